/** The values of the curves as a table for other programs. */
import type { EpochMetrics } from '../../src/protocol';

export interface NamedEpochs {
  readonly name: string;
  readonly epochs: readonly EpochMetrics[];
}

const columns = {
  epoch: ({ epoch }) => epoch,
  step: ({ step }) => step,
  train_loss: ({ loss }) => loss,
  validation_loss: ({ valLoss }) => valLoss,
  train_accuracy: ({ accuracy }) => accuracy,
  validation_accuracy: ({ valAccuracy }) => valAccuracy,
  learning_rate: ({ learningRate }) => learningRate,
  elapsed_ms: ({ elapsedMs }) => elapsedMs,
} satisfies Record<string, (metrics: EpochMetrics) => number | null>;
const readers = Object.values(columns) as ((metrics: EpochMetrics) => number | null)[];

/** Every digit of every value, a row an epoch, one run after the other; empty where there is no value. */
export function tableOf(runs: readonly NamedEpochs[], separator: ',' | '\t'): string {
  const rows = [['run', ...Object.keys(columns)].join(separator)];
  for (const { name, epochs } of runs) {
    const cell = textCell(name, separator);
    for (const metrics of epochs)
      rows.push([cell, ...readers.map(read => read(metrics) ?? '')].join(separator));
  }
  return `${rows.join('\n')}\n`;
}

/** A name that begins like a formula would be one in a spreadsheet: an apostrophe makes it a text. */
function textCell(name: string, separator: string): string {
  const neutral = /^[=+\-@\t\r]/.test(name) ? `'${name}` : name;
  if (separator === '\t') return neutral.replace(/[\t\r\n]+/g, ' ');
  return /[",\r\n]/.test(neutral) ? `"${neutral.replaceAll('"', '""')}"` : neutral;
}
