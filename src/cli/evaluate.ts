import type { Sample, Split } from '../protocol';
import { type Inspection, inspect } from '../worker/inspect';
import { type Command, type Context, onlyArgument, UsageError, type Values } from './context';
import { findRun } from './findRun';
import { lossText, percentText, tableText } from './text';

const splits: readonly string[] = ['train', 'validation', 'test'] satisfies Split[];
const isSplit = (text: string): text is Split => splits.includes(text);

/** Loss, accuracy, confusion and the worst samples of a stored run, at its best epoch or another one that it recorded. */
export const evaluateRun: Command = { options: ['data', 'split', 'worst', 'epoch'], run };

async function run(context: Context, args: readonly string[], values: Values): Promise<number> {
  const { platform, folder, terminal } = context;
  const runFolder = await findRun(context, onlyArgument(args, 'run'));
  const nWorst = worstOf(values);
  const epoch = epochOf(values);
  const split = values.split ?? 'validation';
  if (!isSplit(split)) throw new UsageError(`There is no split ${split}. Choose train, validation or test.`);
  const dataPath = values.data === undefined ? null : platform.paths.resolve(folder, values.data);
  const params = { runFolder, split, dataPath, nWorst, epoch, allowedFolder: null };
  const inspection = await inspect(platform, params);
  if (context.json) terminal.print(JSON.stringify(jsonOf(inspection)));
  else printInspection(context, inspection, values.data ?? split);
  return 0;
}

function worstOf({ worst }: Values): number {
  const n = Number(worst ?? 10);
  if (!Number.isInteger(n) || n < 0) throw new UsageError(`--worst takes a number of samples, not ${worst}.`);
  return n;
}

function epochOf({ epoch }: Values): number | undefined {
  if (epoch === undefined) return undefined;
  if (!/^\d+$/.test(epoch)) throw new UsageError(`--epoch takes the number of an epoch, not ${epoch}.`);
  return Number(epoch);
}

function jsonOf({ epoch, nSamples, loss, accuracy, confusion, worst }: Inspection) {
  const samples = worst.map(({ row, loss, prediction: { kind: _, ...prediction } }) => ({
    row,
    loss,
    ...prediction,
  }));
  const withoutList = samples.map(sample => ({ ...sample, probabilities: undefined }));
  return { type: 'evaluation', epoch, nSamples, loss, accuracy, confusion, worst: withoutList };
}

function printInspection(
  { terminal }: Context,
  { epoch, nSamples, loss, accuracy, worst }: Inspection,
  of: string,
) {
  const score = accuracy === null ? '' : `, accuracy ${percentText(accuracy)}`;
  terminal.print(`${of}: ${nSamples} samples at epoch ${epoch}, loss ${lossText(loss)}${score}\n`);
  if (worst.length === 0) return;
  const isClass = worst[0]!.prediction.kind === 'class';
  const head = isClass
    ? ['row', 'true', 'predicted', 'p(true)', 'p(predicted)', 'loss']
    : ['row', 'true', 'predicted', 'loss'];
  terminal.print(tableText([head, ...worst.map(rowOf)]));
}

function rowOf({ row, loss, prediction }: Sample): string[] {
  if (prediction.kind === 'value')
    return [String(row), lossText(prediction.trueValue), lossText(prediction.predictedValue), lossText(loss)];
  const { trueClass, predictedClass, probabilityOfTrue, probabilityOfPredicted } = prediction;
  const probabilities = [percentText(probabilityOfTrue), percentText(probabilityOfPredicted)];
  return [String(row), trueClass, predictedClass, ...probabilities, lossText(loss)];
}
