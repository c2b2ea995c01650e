import type { EpochMetrics, RunRecord } from '../../src/runs/record';
import { MemoryPlatform } from '../helpers/memoryPlatform';

export const runsFolder = '/project/.descent/runs';

export function epochOf(epoch: number, changed: Partial<EpochMetrics> = {}): EpochMetrics {
  return {
    epoch,
    step: 10 * epoch,
    loss: 1 / epoch,
    accuracy: 0.5,
    valLoss: 1.5 / epoch,
    valAccuracy: null,
    learningRate: 0.1,
    elapsedMs: 100 * epoch,
    layers: [
      {
        ...{ weightNorm: 1, gradientNorm: 0.5, updateRatio: 0.01, deadFraction: null },
        ...{ activationMean: 0.1, activationDeviation: 1.5, saturatedFraction: 0.2 },
        weightHistogram: { min: -1, max: 1, counts: [1, 0, 3] },
        gradientHistogram: { min: -0.5, max: 0.25, counts: [2, 2, 0] },
        activationHistogram: null,
      },
    ],
    valConfusion: [
      [3, 1],
      [0, 4],
    ],
    ...changed,
  };
}

export function recordOf(changed: Partial<RunRecord> = {}): RunRecord {
  return {
    formatVersion: 1,
    id: 'a',
    number: 1,
    name: 'run 1',
    status: 'finished',
    startedAt: '2026-01-01T00:00:00.000Z',
    configurationFile: 'a.model.yaml',
    configurationFolder: '../../..',
    configurationText: '',
    overrides: [],
    configuration: {},
    adjustments: [],
    data: { fingerprint: 'f', nTrain: 80, nValidation: 20, nTest: 0 },
    preprocessing: {},
    engine: { version: '1', kernel: 'plain' },
    nParameters: 10,
    plannedEpochs: 5,
    stepsPerEpoch: 2,
    task: 'classification',
    classNames: ['no', 'yes'],
    best: epochOf(5),
    checkpoints: [],
    sampleLossStride: 1,
    lastEpoch: 5,
    elapsedMs: 500,
    ...changed,
  };
}

/** A disk with one folder a record, each by its name. */
export function platformWith(records: Readonly<Record<string, RunRecord>>): MemoryPlatform {
  const files = Object.entries(records).map(([name, record]) => [
    `${runsFolder}/${name}/run.json`,
    JSON.stringify(record),
  ]);
  return new MemoryPlatform(Object.fromEntries(files));
}
