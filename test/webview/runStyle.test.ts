import { expect, test } from 'vitest';
import { runColours, runStyles } from '../../webview/charts/runStyle';
import { parseColour } from '../../webview/colour';
import { run } from './fixtures';

const runs = Array.from({ length: 30 }, (_, i) => run({ id: `2026-${String(i).padStart(2, '0')}` }));
const look = (folder: string, among = runs) => JSON.stringify(runStyles(among).get(folder));

test('a run looks the same whatever order they come in and whatever begins after it', () => {
  const [third] = [runs[2]!.folder];
  expect(look(third, runs.toReversed())).toBe(look(third));
  expect(look(third, runs.slice(0, 3))).toBe(look(third));
});

test('more than twenty runs look all different, by colour or by line', () => {
  expect(new Set(runs.slice(0, 24).map(({ folder }) => look(folder))).size).toBe(24);
  expect(runStyles(runs).get(runs[6]!.folder)).toMatchObject({ colour: runColours[0], dash: [6, 3] });
});

test('every colour stands out from a light and from a dark editor', () => {
  for (const colour of runColours) {
    for (const ground of ['#ffffff', '#1f1f1f']) expect(contrast(colour, ground), colour).toBeGreaterThan(3);
  }
});

/** Source: WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = parseColour(colour).map(channel => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
