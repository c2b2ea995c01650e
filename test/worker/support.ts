import { vi } from 'vitest';
import type { ProgressEvent, TrainParams } from '../../src/protocol';
import { checkpointPath, listCheckpoints } from '../../src/runs/checkpointFiles';
import { checksum } from '../../src/runs/checksum';
import { encodeMetrics } from '../../src/runs/metricsFile';
import { readMetrics, readRecord } from '../../src/runs/runFolder';
import { decodeSafetensors } from '../../src/runs/safetensors';
import { prepare } from '../../src/worker/prepare';
import { TrainingSession } from '../../src/worker/session';
import { MemoryPlatform } from '../helpers/memoryPlatform';

export const configurationPath = '/project/a.model.yaml';
export const dataPath = '/project/data.csv';
/** A run folder that a test may name before the run begins. */
export const folder = '/project/run';

/** 24 points of a grid, of two classes that a line divides; `sum` is the number behind the class. */
export const table = ['x,y,sum,label']
  .concat(Array.from({ length: 24 }, (_, i) => [(i * 7) % 11, (i * 5) % 13]).map(rowOf))
  .join('\n');

function rowOf([x, y]: number[]): string {
  return `${x},${y},${x! + y!},${x! + y! > 10 ? 'high' : 'low'}`;
}

/** 3 epochs of 5 steps on 18 or 19 rows. */
export const classification = `data:
  path: data.csv
  target: label
  features: [x, y]
model:
  hidden_sizes: [4]
training:
  epochs: 3
  batch_size: 4
  learning_rate: 0.05
`;
export const regression = classification.replace('target: label', 'target: sum');

export const projectPlatform = () =>
  new MemoryPlatform({ [configurationPath]: classification, [dataPath]: table });

export const paramsOf = (changed: Partial<TrainParams> = {}): TrainParams => ({
  ...{ path: configurationPath, text: classification, allowedFolder: '/project' },
  ...{ overrides: [], folder, resume: false, beginPaused: false, threads: 0 },
  ...changed,
});

/** What comes of a configuration, with what its problems underline. */
export async function prepared(
  text: string,
  files: Record<string, string> = {},
  overrides: readonly string[] = [],
) {
  const platform = projectPlatform();
  for (const [path, content] of Object.entries(files)) platform.put(path, content);
  const source = { path: configurationPath, text, allowedFolder: '/project' };
  const preparation = await prepare(platform, source, overrides);
  const underlined = preparation.problems.map(({ range }) => text.slice(range.start, range.end));
  return { ...preparation, underlined };
}

/** A session with all that it says. */
export function sessionOn(platform: MemoryPlatform) {
  const events: ProgressEvent[] = [];
  const session = new TrainingSession(platform, event => events.push(structuredClone(event)));
  const statuses = () =>
    events.map(({ run }) => run.status).filter((status, i, all) => status !== all[i - 1]);
  return { session, events, statuses };
}

/** A run from its start to its end; `act` is called after each slice with the number of slices so far. */
export async function train(
  platform: MemoryPlatform,
  changed: Partial<TrainParams> = {},
  act: (session: TrainingSession, nBreaths: number) => void = () => {},
) {
  const said = sessionOn(platform);
  let nBreaths = 0;
  platform.onBreath = () => act(said.session, ++nBreaths);
  const { ended } = await said.session.start(paramsOf(changed));
  return { ...said, summary: await ended };
}

/** A clock that ticks when it is looked at: with more than 8 ms a look, every slice of training is one event. */
export function tickingClock(tickMs: number) {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += tickMs));
}

/** Everything that a run leaves and that the same seed decides. */
export async function outcomeOf(platform: MemoryPlatform, runFolder = folder) {
  const { epochs, steps } = await readMetrics(platform, runFolder);
  const { best, status, lastEpoch, checkpoints } = await readRecord(platform, runFolder);
  const untimed = epochs.map(epoch => ({ ...epoch, elapsedMs: 0 }));
  return {
    status,
    lastEpoch,
    best: best && { ...best, elapsedMs: 0 },
    metrics: new TextDecoder().decode(encodeMetrics({ epochs: untimed, steps })),
    bestWeights: decodeSafetensors(platform.bytes(`${runFolder}/best.safetensors`)),
    lastState: decodeSafetensors(platform.bytes(`${runFolder}/last.safetensors`)),
    sampleLosses: platform.bytes(`${runFolder}/sample-losses.f32`),
    // Many files: their bytes one by one would take long to compare.
    checkpoints: checkpoints.map(epoch =>
      checksum(platform.bytes(checkpointPath(platform, runFolder, epoch))),
    ),
    checkpointFiles: await listCheckpoints(platform, runFolder),
  };
}
