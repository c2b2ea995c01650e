import { expect, test } from 'vitest';
import { RunViewer } from '../../src/host/runViewer';
import type { HostMessage } from '../../src/protocol';
import { EventEmitter } from '../helpers/vscode';

const never = () => ({ dispose: () => {} });
const run = { folder: '/runs/1', name: 'run 1', status: 'finished', lastEpoch: 3 };

/** A page at a run, with an inspector that answers when it is told to. */
function viewer() {
  const received = new EventEmitter<unknown>();
  const posted: HostMessage[] = [];
  const holder = {
    visible: true,
    webview: {
      onDidReceiveMessage: received.event,
      postMessage: async (message: HostMessage) => posted.push(message),
    },
  };
  const store = {
    ...{ loaded: Promise.resolve(), runs: [run], selected: run },
    ...{ find: () => run, live: () => undefined, view: async () => ({ run }) },
    ...{ onDidProgress: never, onDidChangeRuns: never, onDidSelect: never },
  };
  const waiting: ((result: unknown) => void)[] = [];
  const inspector = { request: () => new Promise(resolve => waiting.push(resolve)), dispose: async () => {} };
  const log = { warn: () => {}, error: () => {} };
  new RunViewer(holder as never, store as never, log as never, { start: () => inspector } as never);
  const settled = () => new Promise(resolve => setTimeout(resolve));
  return {
    say: async (message: unknown) => {
      received.fire(message);
      await settled();
    },
    answer: async (result: unknown) => {
      waiting.shift()!(result);
      await settled();
    },
    answers: () => posted.filter(({ type }) => type === 'answer'),
  };
}

const at = { runFolder: run.folder, epoch: null, edits: [] };
const ask = (id: number, question: string) => ({
  ...{ type: 'ask', id, inquiry: { at, question, params: null } },
});

test('A page gets the answers to its own questions, not those of the page that it took the place of.', async () => {
  const { say, answer, answers } = viewer();
  await say({ type: 'ready' });
  await say(ask(1, 'layers'));
  await say({ type: 'ready' });
  await say(ask(1, 'form'));
  await answer('of layers');
  expect(answers()).toEqual([]);
  await answer('of the form');
  expect(answers()).toEqual([{ type: 'answer', id: 1, ok: true, result: 'of the form' }]);
});

test('A question that is not understood is answered, too: nobody waits for ever.', async () => {
  const { say, answers } = viewer();
  await say({ type: 'ready' });
  await say({ ...ask(7, 'layers'), inquiry: { at: { ...at, epoch: -1 }, question: 'layers', params: null } });
  expect(answers()).toEqual([{ type: 'answer', id: 7, ok: false, message: expect.any(String) }]);
});
