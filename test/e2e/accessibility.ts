import axe from 'axe-core';
import type { Frame } from 'playwright-core';

type Run = typeof axe.run;

/**
 * What axe finds wrong in a webview's document, as far as it keeps somebody from using it: one line each.
 * Rules about whole pages (landmarks, regions, the one main heading) are of moderate impact at most, so a page that is a
 * part of the workbench is not judged by them.
 * @param background the theme's colour behind the document, which is transparent itself: axe would take it for white
 * @param rules those that are asked; all if not given
 */
export async function violations(
  frame: Frame,
  background: string,
  rules?: readonly string[],
): Promise<string[]> {
  await frame.evaluate(colour => {
    document.documentElement.style.background = `var(${colour})`;
  }, background);
  await frame.evaluate(axe.source);
  const found = await frame.evaluate(async ruleIds => {
    const { run } = (window as unknown as { axe: { run: Run } }).axe;
    const runOnly = ruleIds && { runOnly: { type: 'rule' as const, values: [...ruleIds] } };
    const { violations } = await run(document, { resultTypes: ['violations'], ...runOnly });
    return violations.flatMap(({ id, impact, help, nodes }) =>
      nodes.map(({ html, target, any }) => ({
        impact,
        words: `${id}: ${help}\n  ${html.slice(0, 200)}\n  ${target}\n  ${any[0]?.message ?? ''}`,
      })),
    );
  }, rules);
  const isGrave = (impact: unknown) => impact === 'serious' || impact === 'critical';
  return found.filter(({ impact }) => isGrave(impact)).map(({ impact, words }) => `${impact}, ${words}`);
}
