import { cellsOf, picturesOf } from '../data/display';
import { sortFeatures, textOf } from '../data/inputs';
import type { FeatureEncoding, Part } from '../data/types';
import type { NearestOfClass, NearestSample, SampleOf, TrialOutcome } from '../protocol/trial';
import { firstInputs, type Near, nearestSamples } from './nearestSamples';
import type { Model } from './storedRun';
import { sampleAt } from './trial';

const nClasses = 10;
const perClass = 3;
/** Where there are no classes. */
const nTogether = 5;
const nDifferences = 4;

/** The samples of the training part that are nearest to one, of each of the likeliest classes; none of texts. */
export function neighboursOf(
  model: Model,
  train: Part,
  trial: Part,
  outcome: TrialOutcome,
  original: SampleOf | null,
): NearestOfClass[] {
  if (textOf(model.preprocessing.features)) return [];
  const classes = outcome.kind === 'class' ? likeliest(outcome.probabilities) : [null];
  const groupOf = new Map(classes.map((classIndex, group) => [classIndex, group]));
  // The sample that the inputs began with is no neighbour of itself.
  const except = original?.split === 'train' ? original.index : -1;
  const isOf = (i: number) => groupOf.get(outcome.kind === 'class' ? train.targets[i]! : null) ?? -1;
  const near = nearestSamples(
    train,
    trial,
    classes.length,
    outcome.kind === 'class' ? perClass : nTogether,
    i => (i === except ? -1 : isOf(i)),
  );
  const describe = describer(model, train, trial);
  return near.map((samples, group) => ({ classIndex: classes[group]!, samples: samples.map(describe) }));
}

const likeliest = (probabilities: Float32Array): number[] =>
  [...probabilities.keys()].sort((a, b) => probabilities[b]! - probabilities[a]! || a - b).slice(0, nClasses);

function describer({ preprocessing }: Model, train: Part, trial: Part): (near: Near) => NearestSample {
  const { table, rows, targets } = train;
  const { image, features, target } = preprocessing;
  const pictures = image && picturesOf(table, preprocessing);
  const cells = cellsOf(train, preprocessing);
  const differing = (index: number) => {
    const textOfCell = new Map(cells(index).map(({ name, text }) => [name, text]));
    const indices = differences(features, sampleAt(train, index), trial);
    return indices.map(f => ({ name: features[f]!.name, text: textOfCell.get(features[f]!.name) ?? '' }));
  };
  return ({ index, distance }) => ({
    ...{ index, distance: Math.sqrt(distance) },
    line: table.lines?.[rows[index]!] ?? null,
    picture: image && pictures && { ...image, pixels: pictures(rows[index]!) },
    differences: image ? [] : differing(index),
    value: target.kind === 'numeric' ? targets[index]! * target.scale + target.shift : null,
  });
}

/** The features in which two samples differ most, by what they add to the distance. */
function differences(features: readonly FeatureEncoding[], a: Part, b: Part): number[] {
  const { numbers, embedded, categories } = sortFeatures(features);
  const [x, y] = [firstInputs(a), firstInputs(b)];
  const size = new Map<FeatureEncoding, number>();
  for (const [n, feature] of numbers.entries()) size.set(feature, Math.abs(x[n]! - y[n]!));
  for (const [c, feature] of [...embedded, ...categories].entries())
    size.set(feature, a.selected![c] === b.selected![c] ? 0 : Math.SQRT2);
  return [...features.keys()]
    .filter(f => size.get(features[f]!)! > 0)
    .sort((f, g) => size.get(features[g]!)! - size.get(features[f]!)! || f - g)
    .slice(0, nDifferences);
}
