import { expect, it, test } from 'vitest';
import { drawToken } from '../../../src/worker/questions/generate';
import { projectPlatform, train } from '../support';
import { inquirer } from './support';

const config =
  'data: {path: words.txt, text: {context: 2}}\ntraining: {epochs: 30, batch_size: 4, learning_rate: 0.05}\n';

async function ofWords() {
  const platform = projectPlatform();
  platform.put('/project/words.txt', ['ab', 'abb', 'ba', 'baa', 'aab', 'bba', 'abab'].join('\n'));
  await train(platform, { text: config });
  return inquirer(platform);
}

it('goes on with a text, the same with the same seed', async () => {
  const ask = await ofWords();
  const draw = (seed: number) => ask('generate', { text: 'a', temperature: 1, seed });
  expect(await draw(3)).toEqual(await draw(3));
  const drawn = await Promise.all([...Array(12).keys()].map(draw));
  expect(new Set(drawn.map(({ text }) => text)).size).toBeGreaterThan(3);
  for (const { text } of drawn) expect(text).toMatch(/^a[ab]*$/);
});

it('at temperature 0 is the likeliest at each place', async () => {
  const ask = await ofWords();
  const { text } = await ask('generate', { text: '', temperature: 0, seed: 1 });
  const { places } = await ask('tryRow', { inputs: { kind: 'text', text }, original: null });
  for (const { probability, probabilityOfLikeliest } of places)
    expect(probability).toBe(probabilityOfLikeliest);
});

it('does not go on with what it does not know', async () => {
  const ask = await ofWords();
  await expect(ask('generate', { text: 'x', temperature: 1, seed: 1 })).rejects.toThrow('does not know x');
});

it('does not go on where the probabilities are none', async () => {
  const ask = await ofWords();
  const edits = [
    { layer: 0, input: null, output: 0, value: 3e38 },
    { layer: 0, input: 0, output: 0, value: 3e38 },
  ];
  const asked = ask('generate', { text: 'a', temperature: 1, seed: 1 }, { edits });
  await expect(asked).rejects.toMatchObject({ code: 'not-finite' });
});

test('tokens are drawn as often as they are likely, the more evenly the warmer', () => {
  const p = Float32Array.of(0.2, 0.5, 0.3);
  expect(drawToken(p, 1, 0.19)).toBe(0);
  expect(drawToken(p, 1, 0.21)).toBe(1);
  expect(drawToken(p, 1, 0.71)).toBe(2);
  // Squared and divided by their sum of 0.38: 0.105, 0.658, 0.237.
  expect(drawToken(p, 0.5, 0.11)).toBe(1);
  expect(drawToken(p, 0.5, 0.77)).toBe(2);
  expect(drawToken(p, 0, 0.99)).toBe(1);
  expect(drawToken(p, 1e-9, 0.99)).toBe(1);
});
