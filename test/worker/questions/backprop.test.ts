import { expect, it } from 'vitest';
import type { Backprop } from '../../../src/protocol';
import { Inspector } from '../../../src/worker/inspector';
import { folder, projectPlatform, table, train } from '../support';

async function asking(index: number, weight?: number) {
  const platform = projectPlatform();
  await train(platform);
  const edits = weight === undefined ? [] : [{ layer: 1, input: null, output: 0, value: weight }];
  const answer = new Inspector(platform).answer({
    ...{ question: 'backprop', params: { split: 'train', index }, live: null, allowedFolder: '/project' },
    at: { runFolder: folder, epoch: null, edits },
  });
  return answer as Promise<Backprop>;
}

it('the answer names the sample and its row, and can be sent to the view', async () => {
  const answer = await asking(3);
  expect(answer).toMatchObject({
    split: 'train',
    index: 3,
    nSamples: 19,
    picture: null,
    line: answer.row + 2,
  });
  const [x] = table.split('\n')[answer.line! - 1]!.split(',');
  expect(answer.steps[0]!.table.columns[0]![0]).toBe(x);
  expect(structuredClone(answer)).toEqual(answer);
});

it('weights that were changed by hand are passed', async () => {
  const biasOf = async (weight?: number) =>
    (await asking(0, weight)).steps.find(({ key }) => key === 'z1')!.detail!.last![0]!.columns[2]![0];
  expect(await biasOf(7)).toBe(7);
  expect(await biasOf()).not.toBe(7);
});

it('a sample that does not exist is refused', async () => {
  await expect(asking(99)).rejects.toMatchObject({ code: 'no-sample' });
});
