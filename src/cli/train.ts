import type { EpochMetrics, ProgressEvent, RunSummary } from '../protocol';
import { readMetrics } from '../runs/runFolder';
import { Rejection } from '../worker/rejection';
import { TrainingSession } from '../worker/session';
import {
  type Command,
  type Context,
  onlyArgument,
  readConfiguration,
  UsageError,
  type Values,
} from './context';
import { findRun } from './findRun';
import { durationText, lossText, percentText, printProblems, sparkline, tableText } from './text';

/** As a shell reports a program that ended by Ctrl+C. */
const interruptedCode = 130;

/** Trains a configuration to its end, with a progress line for people or one JSON object an epoch. */
export const train: Command = { options: ['set', 'out', 'resume', 'threads'], run };

async function run(
  context: Context,
  args: readonly string[],
  { set = [], out, resume, threads = '0' }: Values,
): Promise<number> {
  const { platform, folder, onInterrupt } = context;
  const argument = onlyArgument(args, 'configuration');
  const source = await readConfiguration(context, argument);
  if (resume !== undefined && out !== undefined)
    throw new UsageError('--resume goes on in the folder of its run. Leave out --out.');
  if (!/^\d{1,2}$/.test(threads))
    throw new UsageError(
      `--threads ${threads} is no number of threads. Give 1 to 99, or 0 to measure how many are faster.`,
    );
  const target = resume ? await findRun(context, resume) : out ? platform.paths.resolve(folder, out) : null;
  const session = new TrainingSession(platform, event => printProgress(context, event));
  onInterrupt(() => void session.stop());
  try {
    const runs = { folder: target, resume: resume !== undefined, threads: Number(threads) };
    const params = { ...source, overrides: set, ...runs, beginPaused: false };
    const { ended, warnings } = await session.start(params);
    printProblems(context, argument, source.text, warnings);
    return await printEnd(context, await ended);
  } catch (error) {
    if (!(error instanceof Rejection) || error.problems.length === 0) throw error;
    printProblems(context, argument, source.text, error.problems);
    return 1;
  }
}

function printProgress({ json, terminal }: Context, { run, epochs }: ProgressEvent) {
  if (json) {
    for (const metrics of epochs) terminal.print(JSON.stringify({ type: 'epoch', ...numbersOf(metrics) }));
    return;
  }
  const latest = epochs.at(-1);
  if (!latest) return;
  // A line that reaches the edge would go on in the next one, which cannot be drawn over.
  if (terminal.isInteractive) terminal.redraw(progressLine(run, latest).slice(0, terminal.columns - 1));
  else for (const metrics of epochs) terminal.print(epochLine(run, metrics));
}

/** The same for the same seed, bit for bit: no times in it. */
function numbersOf({ elapsedMs: _time, layers: _layers, ...numbers }: EpochMetrics) {
  return numbers;
}

function epochLine(
  { plannedEpochs }: RunSummary,
  { epoch, loss, valLoss, accuracy, valAccuracy }: EpochMetrics,
) {
  const width = String(plannedEpochs).length;
  const scores =
    accuracy === null ? '' : `  accuracy ${percentText(accuracy)}, validation ${percentText(valAccuracy)}`;
  return `epoch ${String(epoch).padStart(width)}/${plannedEpochs}  loss ${lossText(loss)}, validation ${lossText(valLoss)}${scores}`;
}

const barWidth = 20;

function progressLine(run: RunSummary, metrics: EpochMetrics): string {
  const share = metrics.epoch / run.plannedEpochs;
  const filled = Math.round(share * barWidth);
  const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
  const left = durationText((run.elapsedMs / share) * (1 - share));
  return `${bar} ${epochLine(run, metrics)}  ${left} left`;
}

async function printEnd({ platform, json, terminal }: Context, run: RunSummary): Promise<number> {
  const { id, folder, status, message, baseline, best, elapsedMs } = run;
  if (json) {
    const numbers = best && numbersOf(best);
    terminal.print(
      JSON.stringify({ type: 'done', run: id, folder, status, message, best: numbers, baseline, elapsedMs }),
    );
  } else {
    const { epochs } = await readMetrics(platform, folder);
    if (terminal.isInteractive) terminal.redraw('');
    terminal.print(curvesText(epochs));
    if (best) terminal.print(`\n${bestTable(best, baseline)}`);
    terminal.print(
      `\n${message ?? capitalised(status)} in ${durationText(elapsedMs)}. Run ${id} is in ${folder}`,
    );
  }
  if (status === 'diverged' || status === 'failed') return 2;
  return status === 'stopped' ? interruptedCode : 0;
}

const curveWidth = 60;

function curvesText(epochs: readonly EpochMetrics[]): string {
  const curve = (label: string, values: (number | null)[]) =>
    values.some(value => value !== null) ? [`${label.padEnd(16)} ${sparkline(values, curveWidth)}`] : [];
  return [
    ...curve(
      'train loss',
      epochs.map(({ loss }) => loss),
    ),
    ...curve(
      'validation loss',
      epochs.map(({ valLoss }) => valLoss),
    ),
  ].join('\n');
}

/** @param baseline the validation loss of who knows nothing but how frequent the classes are */
function bestTable({ epoch, loss, valLoss, accuracy, valAccuracy }: EpochMetrics, baseline: number | null) {
  const scores = (...texts: string[]) => (accuracy === null ? [] : texts);
  return tableText([
    [`best epoch ${epoch}`, 'loss', ...scores('accuracy')],
    ['train', lossText(loss), ...scores(percentText(accuracy))],
    ['validation', lossText(valLoss), ...scores(percentText(valAccuracy))],
    ...(baseline === null ? [] : [['baseline (class frequencies)', lossText(baseline), ...scores('')]]),
  ]);
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
