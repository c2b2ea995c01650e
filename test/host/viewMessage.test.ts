import { expect, it, test } from 'vitest';
import { parseViewMessage } from '../../src/host/viewMessage';
import { maxContentLength } from '../../src/ids';
import type { ViewMessage } from '../../src/protocol';

const messages: ViewMessage[] = [
  { type: 'ready' },
  { type: 'command', command: 'train' },
  { type: 'command', command: 'step' },
  { type: 'command', command: 'runEpoch' },
  { type: 'command', command: 'changeLearningRate' },
  { type: 'selectRun', runFolder: 'a' },
  { type: 'openRow', runFolder: 'a', split: 'validation', line: 2 },
  { type: 'compare', runFolders: ['a', 'b'] },
  { type: 'save', name: 'digits - run 1 curves.svg', kind: 'text', content: 'x'.repeat(20_000) },
  { type: 'copy', text: 'epoch\tloss' },
  { type: 'changeLabel', runFolder: 'a', split: 'train', line: 2 },
  { type: 'save', name: 'digits run 1.csv', kind: 'text', content: 'row,line' },
  { type: 'copy', text: 'row,line' },
  { type: 'openText', text: 'row,line' },
  { type: 'error', message: 'x is undefined' },
];

test.each(messages)('$type is understood', message => {
  expect(parseViewMessage(message)).toEqual(message);
});

it('passes on nothing that the protocol does not have', () => {
  expect(parseViewMessage({ type: 'ready', extra: 1 })).toEqual({ type: 'ready' });
});

it.each([
  ['nothing', undefined],
  ['no object', 'ready'],
  ['an unknown type', { type: 'format' }],
  ['an unknown command', { type: 'command', command: 'workbench.action.quit' }],
  ['a missing field', { type: 'selectRun' }],
  ['a wrong type', { type: 'selectRun', runFolder: 5 }],
  ['a label of no line', { type: 'changeLabel', runFolder: 'a', split: 'train', line: 0.5 }],
  ['a name that leads elsewhere', { type: 'save', name: '../a.csv', kind: 'text', content: '' }],
  ['a line before the first', { type: 'openRow', runFolder: 'a', split: 'train', line: 0 }],
  ['a line between two', { type: 'openRow', runFolder: 'a', split: 'train', line: 1.5 }],
  ['an unknown part', { type: 'openRow', runFolder: 'a', split: 'all', line: 1 }],
  ['a name that leads elsewhere', { type: 'save', name: '../x.svg', kind: 'text', content: '' }],
  ['a file of another kind', { type: 'save', name: 'x', kind: 'bytes', content: '' }],
  ['too many runs', { type: 'compare', runFolders: new Array(1001).fill('a') }],
  ['a file that is too large', { type: 'copy', text: 'x'.repeat(maxContentLength + 1) }],
  ['a text that is too long', { type: 'error', message: 'x'.repeat(10_001) }],
])('ignores %s', (_, message) => {
  expect(parseViewMessage(message)).toBeUndefined();
});
