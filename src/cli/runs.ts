import type { EpochMetrics, RunSummary } from '../protocol';
import { differingKeys } from '../runs/compare';
import { listRuns } from '../runs/listRuns';
import { isLive, type RunRecord } from '../runs/record';
import { recordedEpochs } from '../runs/recordedEpochs';
import { readMetrics, readRecord, statusOf } from '../runs/runFolder';
import { type Command, type Context, onlyArgument, UsageError } from './context';
import { findRun, runsFolders } from './findRun';
import { durationText, lossText, percentText, sparkline, tableText } from './text';

/** list, show, compare or delete stored runs. */
export const runs: Command = { options: [], run };

async function run(context: Context, [action = 'list', ...args]: readonly string[]): Promise<number> {
  switch (action) {
    case 'list':
      if (args.length > 0) throw new UsageError('"runs list" lists all runs and takes no name.');
      return list(context);
    case 'show':
      return show(context, onlyArgument(args, 'run'));
    case 'compare':
      return compare(context, args);
    case 'delete':
      return remove(context, onlyArgument(args, 'run'));
    default:
      throw new UsageError(`There is no "runs ${action}". Use list, show, compare or delete.`);
  }
}

const headings = [
  'run',
  'configuration',
  'status',
  'epoch',
  'loss',
  'val loss',
  'accuracy',
  'val accuracy',
  'time',
];

async function list(context: Context): Promise<number> {
  const { platform, json, terminal } = context;
  const found: RunSummary[] = [];
  for (const folder of await runsFolders(context)) {
    const { runs, unreadable } = await listRuns(platform, folder, platform.process.isAlive);
    found.push(...runs);
    for (const { folder, reason } of unreadable)
      terminal.complain(`${folder} holds no readable run: ${reason}`);
  }
  if (json) {
    for (const run of found) terminal.print(JSON.stringify({ type: 'run', ...run }));
  } else if (found.length === 0) terminal.print('No run yet. "descent train CONFIG" makes one.');
  else terminal.print(tableText([headings, ...found.map(rowOf)]));
  return 0;
}

const rowOf = ({ id, configurationFile, status, best, elapsedMs }: RunSummary) => [
  ...[id, configurationFile, status],
  ...bestCells(best),
  durationText(elapsedMs),
];

const bestCells = (best: EpochMetrics | null) => [
  String(best?.epoch ?? '—'),
  ...[
    lossText(best?.loss),
    lossText(best?.valLoss),
    percentText(best?.accuracy),
    percentText(best?.valAccuracy),
  ],
];

async function show(context: Context, run: string): Promise<number> {
  const { platform, json, terminal } = context;
  const folder = await findRun(context, run);
  const stored = await readRecord(platform, folder);
  const record = { ...stored, status: statusOf(stored, platform.process.isAlive) };
  const { epochs } = await readMetrics(platform, folder);
  if (json) {
    terminal.print(JSON.stringify({ type: 'run', folder, ...record, epochs }));
    return 0;
  }
  const { name, configurationFile, status, message, best, nParameters, data, elapsedMs, adjustments } =
    record;
  const lines = [
    ['run', name],
    ['folder', folder],
    ['configuration', configurationFile],
    ['status', message ? `${status}: ${message}` : status],
    ['rows', `${data.nTrain} to train on, ${data.nValidation} to validate`],
    ['parameters', String(nParameters)],
    ['time', durationText(elapsedMs)],
    ...adjustments.map(({ step, key, from, to }) => ['changed', `${key} ${from} → ${to} after step ${step}`]),
    ['best epoch', String(best?.epoch ?? '—')],
    ['recorded', recordedText(record)],
    ['loss', `train ${lossText(best?.loss)}, validation ${lossText(best?.valLoss)}`],
    ['accuracy', `train ${percentText(best?.accuracy)}, validation ${percentText(best?.valAccuracy)}`],
    [
      'curve',
      sparkline(
        epochs.map(({ loss }) => loss),
        60,
      ),
    ],
  ];
  for (const [label, text] of lines) terminal.print(`${label!.padEnd(14)} ${text}`);
  return 0;
}

function recordedText(record: RunRecord): string {
  const epochs = recordedEpochs(record);
  const [first, last] = [epochs[0], epochs.at(-1)];
  return epochs.length < 2
    ? `weights of ${first === undefined ? 'no epoch' : `epoch ${first}`}`
    : `weights of ${epochs.length} epochs, from ${first} to ${last}`;
}

async function compare(context: Context, names: readonly string[]): Promise<number> {
  if (names.length < 2) throw new UsageError('Name at least two runs to compare.');
  const records = [];
  for (const name of names) records.push(await readRecord(context.platform, await findRun(context, name)));
  const keys = differingKeys(records.map(({ configuration }) => configuration));
  if (context.json) {
    const compared = records.map(({ id, status, best }, i) => {
      const parameters = Object.fromEntries(keys.map(({ key, values }) => [key, values[i]]));
      return { id, status, best, parameters };
    });
    context.terminal.print(JSON.stringify({ type: 'comparison', runs: compared }));
    return 0;
  }
  const table = [
    ['run', ...records.map(({ id }) => id)],
    ...keys.map(({ key, values }) => [key, ...values.map(value => JSON.stringify(value) ?? '—')]),
    ['best epoch', ...records.map(({ best }) => String(best?.epoch ?? '—'))],
    ['train loss', ...records.map(({ best }) => lossText(best?.loss))],
    ['validation loss', ...records.map(({ best }) => lossText(best?.valLoss))],
    ['train accuracy', ...records.map(({ best }) => percentText(best?.accuracy))],
    ['validation accuracy', ...records.map(({ best }) => percentText(best?.valAccuracy))],
  ];
  context.terminal.print(tableText(table));
  return 0;
}

async function remove(context: Context, run: string): Promise<number> {
  const { platform, json, terminal } = context;
  const folder = await findRun(context, run);
  const record = await readRecord(platform, folder);
  if (isLive(statusOf(record, platform.process.isAlive)))
    throw new UsageError(`${run} is being trained. Stop it first.`);
  await platform.files.remove(folder);
  terminal.print(json ? JSON.stringify({ type: 'done', deleted: folder }) : `Deleted ${folder}.`);
  return 0;
}
