import type { EpochMetrics, RunSummary, RunView } from '../../src/protocol';

export function epoch(number: number, changed: Partial<EpochMetrics> = {}): EpochMetrics {
  return {
    epoch: number,
    step: number * 45,
    loss: 1 / number,
    accuracy: 0.9,
    valLoss: 1.2 / number,
    valAccuracy: 0.85,
    learningRate: 0.1,
    elapsedMs: number * 100,
    ...changed,
  };
}

export function run(changed: Partial<RunSummary> = {}): RunSummary {
  return {
    id: 'a',
    folder: changed.id ?? 'a',
    name: 'run 7',
    status: 'running',
    message: null,
    startedAt: '2024-01-01T00:00:00Z',
    configurationFile: 'digits.model.yaml',
    configurationPath: '/data/digits.model.yaml',
    plannedEpochs: 30,
    stepsPerEpoch: 45,
    lastEpoch: 12,
    elapsedMs: 2100,
    task: 'classification',
    classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    nTrain: 1437,
    nValidation: 360,
    nTest: 0,
    nParameters: 2410,
    kernel: 'plain TypeScript',
    best: epoch(9, { valLoss: 0.274, valAccuracy: 0.934 }),
    recordedEpochs: [],
    adjustments: [],
    adjustable: { learning_rate: 0.1, weight_decay: 0, gradient_clip_norm: 0 },
    lastStep: null,
    baseline: null,
    readOnly: false,
    ...changed,
  };
}

export function view(changed: Partial<RunView> = {}): RunView {
  return { run: run(), epochs: [epoch(1), epoch(2)], steps: [], configuration: 'unchanged', ...changed };
}
