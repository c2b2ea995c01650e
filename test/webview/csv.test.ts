import { expect, test } from 'vitest';
import { tableOf } from '../../webview/charts/csv';
import { epoch } from './fixtures';

const header =
  'run,epoch,step,train_loss,validation_loss,train_accuracy,validation_accuracy,learning_rate,elapsed_ms';

test('the table has every digit, a row an epoch, one run after the other', () => {
  const exact = epoch(1, { loss: 0.12345678901234566, valLoss: null });
  expect(
    tableOf(
      [
        { name: 'run 1', epochs: [exact] },
        { name: 'run 2', epochs: [epoch(2)] },
      ],
      ',',
    ),
  ).toBe(
    `${header}\nrun 1,1,45,0.12345678901234566,,0.9,0.85,0.1,100\nrun 2,2,90,0.5,0.6,0.9,0.85,0.1,200\n`,
  );
});

test('a name is one cell, and never a formula', () => {
  const cell = (name: string, separator: ',' | '\t') =>
    tableOf([{ name, epochs: [epoch(1)] }], separator)
      .split('\n')[1]!
      .replace(/[,\t]1[,\t]45.*/, '');
  expect(cell('a "b", c', ',')).toBe('"a ""b"", c"');
  expect(cell('=HYPERLINK("x")', ',')).toBe('"\'=HYPERLINK(""x"")"');
  expect(cell('a\tb', '\t')).toBe('a b');
});
