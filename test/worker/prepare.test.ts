import { describe, expect, it } from 'vitest';
import { classification, dataPath, prepared, regression, table } from './support';

describe('a configuration that is sound', () => {
  it('is ready to train', async () => {
    const { problems, prepared: ready } = await prepared(classification);
    expect(problems).toEqual([]);
    expect(ready).toMatchObject({
      architecture: { nInputs: 2, hiddenSizes: [4], nOutputs: 2, activations: ['relu'] },
      options: { loss: 'cross_entropy', epochs: 3, batchSize: 4, optimizer: 'sgd', learningRate: 0.05 },
    });
  });

  it('has the layers that are written', async () => {
    const text = classification.replace('[4]', '[4, 3]\n  normalization: layer_norm\n  dropout: [0, 0.5]');
    const { prepared: ready } = await prepared(text);
    expect(ready).toMatchObject({ architecture: { normalization: 'layer_norm', dropout: [0, 0.5] } });
  });

  it('is trained as the command line has it', async () => {
    const { prepared: ready } = await prepared(classification, {}, ['training.epochs=7', 'data.target=sum']);
    expect(ready).toMatchObject({ architecture: { nOutputs: 1 }, options: { loss: 'mse', epochs: 7 } });
  });
});

describe('embeddings without texts', () => {
  const embedding = (data: string) => data.replace('data:\n', 'data:\n  categorical: embedding\n');

  it('are warned of, and nothing else stops', async () => {
    const { problems, underlined, prepared: ready } = await prepared(embedding(classification));
    expect(ready).not.toBeNull();
    expect(problems).toMatchObject([{ severity: 'warning', code: 'no-effect', key: 'data.categorical' }]);
    expect(underlined).toEqual(['embedding']);
  });

  it('are in order where a column holds texts', async () => {
    const text = embedding(regression).replace('[x, y]', '[x, label]');
    expect((await prepared(text)).problems).toEqual([]);
  });
});

describe('what training descends', () => {
  const training = (lines: string) => `${classification}  ${lines}\n`;

  it('is the loss that is written', async () => {
    const { prepared: ready } = await prepared(training('loss: huber'), {}, ['data.target=sum']);
    expect(ready).toMatchObject({ options: { loss: 'huber', labelSmoothing: 0, classWeights: null } });
  });

  it('is binary cross-entropy on one output, where that is written', async () => {
    const { prepared: ready } = await prepared(training('loss: binary_cross_entropy'));
    expect(ready).toMatchObject({ architecture: { nOutputs: 1 }, options: { loss: 'binary_cross_entropy' } });
  });

  it('is refused where it needs two classes and there are more', async () => {
    const three = table.replaceAll('12,high', '12,highest');
    const text = training('loss: binary_cross_entropy');
    const { problems, underlined } = await prepared(text, { [dataPath]: three });
    expect(problems).toMatchObject([{ code: 'wrong-loss', key: 'training.loss', severity: 'error' }]);
    expect(problems[0]!.message).toBe(
      'The loss binary_cross_entropy needs 2 classes, but the target "label" is one of 3 classes. Use cross_entropy.',
    );
    expect(underlined).toEqual(['binary_cross_entropy']);
  });

  it('weighs balanced classes by the rows of the training part', async () => {
    const { prepared: ready } = await prepared(training('class_weights: balanced'));
    const { targets } = ready!.dataset.train;
    const [low, high] = [1, 0].map(label => targets.filter(target => target === label).length);
    const n = targets.length;
    expect(ready!.options.classWeights).toEqual([n / (2 * high!), n / (2 * low!)]);
  });

  it('takes weights in the order of the classes', async () => {
    const { prepared: ready } = await prepared(training('class_weights: [1, 2.5]'));
    expect(ready!.options.classWeights).toEqual([1, 2.5]);
  });

  it.each([
    [
      'loss: mae',
      'wrong-loss',
      'mae',
      'one of 2 classes. Use cross_entropy or binary_cross_entropy, or change data.task.',
    ],
    ['class_weights: [1, 2, 3]', 'class-weights-count', '[1, 2, 3]', 'in the order high, low.'],
  ])('is refused for classes with %s', async (line, code, wrong, advice) => {
    const { prepared: ready, problems, underlined } = await prepared(training(line));
    expect(ready).toBeNull();
    expect(problems).toMatchObject([{ code, severity: 'error' }]);
    expect(problems[0]!.message).toContain(advice);
    expect(underlined).toEqual([wrong]);
  });

  it.each([
    ['loss: cross_entropy', 'wrong-loss', 'a number. Use mse, mae or huber, or change data.task.'],
    ['loss: binary_cross_entropy', 'wrong-loss', 'a number. Use mse, mae or huber, or change data.task.'],
    ['label_smoothing: 0.1', 'needs-classes', 'label_smoothing needs classes'],
    ['class_weights: balanced', 'needs-classes', 'class_weights needs classes'],
  ])('is refused for numbers with %s', async (line, code, advice) => {
    const { problems } = await prepared(training(line), {}, ['data.target=sum']);
    expect(problems).toMatchObject([{ code, severity: 'error' }]);
    expect(problems[0]!.message).toContain(advice);
  });
});

describe('what is refused, at its key', () => {
  it('a batch larger than the training part', async () => {
    const {
      prepared: ready,
      problems,
      underlined,
    } = await prepared(classification.replace('batch_size: 4', 'batch_size: 50'));
    expect(ready).toBeNull();
    expect(problems).toMatchObject([{ code: 'batch-too-large', key: 'training.batch_size' }]);
    expect(problems[0]!.message).toContain('Use at most 19.');
    expect(underlined).toEqual(['50']);
  });

  it('data that is not there', async () => {
    const { problems, underlined } = await prepared(classification.replace('data.csv', 'no.csv'));
    expect(problems).toMatchObject([{ code: 'data-missing', key: 'data.path', severity: 'error' }]);
    expect(underlined).toEqual(['no.csv']);
  });

  it('a cell of the data, with its line', async () => {
    const damaged = table.replace('7,5,12,high', '7,,12,high');
    const { problems, underlined } = await prepared(classification, { [dataPath]: damaged });
    expect(problems).toMatchObject([{ key: 'data.missing', related: { path: dataPath, line: 3 } }]);
    // The key does not stand in the file; its section does.
    expect(underlined).toEqual(['data']);
  });

  it('a configuration that cannot be read, without a look at the data', async () => {
    const { problems, prepared: ready } = await prepared('data: 5');
    expect(ready).toBeNull();
    expect(problems).toHaveLength(1);
  });
});

it('keeps warnings of the configuration beside what is wrong in the data', async () => {
  const text = `${classification.replace('data.csv', 'no.csv')}  momentum: 0.5\n`;
  const { problems } = await prepared(text);
  expect(problems.map(({ severity }) => severity)).toEqual(['warning', 'error']);
});
