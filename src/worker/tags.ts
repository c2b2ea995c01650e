import type { TrainingDynamics } from '../engine/trainingDynamics';
import type { ClassOutcomes, TagName } from '../protocol/samples';

/** How sure a model is that is called confident, and how close the likeliest two are that are called ambiguous. */
const confidentFrom = Math.fround(0.9);
const ambiguousBelow = 0.1;

/** A pair of classes that was confused less often says nothing; and so many pairs are the most frequent ones. */
const minPairCount = 3;
const nFrequentPairs = 5;

/** Epochs from which the course of a sample says something. */
const minEpochs = 5;
/** On the map of Swayamdipta et al. the corner that is hard to learn: seldom right, and always so. */
const maxConfidence = 0.2;
const maxVariability = 0.2;
/** Of the confidence that half of the samples have: before much is learned, nobody is confident. */
const maxShareOfMedian = 0.5;

/** Of all samples, over so many epochs. */
export interface Dynamics extends TrainingDynamics {
  readonly nEpochs: number;
}

interface Tags {
  readonly tags: Uint8Array;
  readonly tagNames: readonly TagName[];
}

/**
 * What is conspicuous about each sample.
 * - confidently wrong: the wrong class is predicted with a probability of at least 0.9;
 * - ambiguous: the likeliest two classes lie less than 0.1 apart;
 * - systematic: wrong, and its pair (true, predicted) is among the five most frequent ones of the split, occurs at least
 *   three times, and at least twice as often as if the errors were spread evenly over all pairs of different classes;
 * - label suspect: wrong, of low confidence (at most 0.2, and at most half of the median) and low variability (at most
 *   0.2) over at least five epochs: never learned, though most others were.
 *   Source: Swayamdipta et al. 2020, "Dataset Cartography", section 5, where such samples often have a wrong label.
 * @param dynamics null where the course of the samples is not known: no label is suspected then
 */
export function tagsOf(outcome: ClassOutcomes, nClasses: number, dynamics: Dynamics | null): Tags {
  const { trueClass, predictedClass, probabilityOfPredicted, probabilityOfSecond } = outcome;
  const isWrong = (i: number) => trueClass[i] !== predictedClass[i];
  const isFrequent = frequentPairs(outcome, nClasses);
  const rules: [TagName, (i: number) => boolean][] = [
    ['confidently wrong', i => isWrong(i) && probabilityOfPredicted[i]! >= confidentFrom],
    ['ambiguous', i => probabilityOfPredicted[i]! - probabilityOfSecond[i]! < ambiguousBelow],
    ['systematic', i => isWrong(i) && isFrequent(trueClass[i]!, predictedClass[i]!)],
  ];
  if (dynamics && dynamics.nEpochs >= minEpochs) {
    const isHard = hardToLearn(dynamics);
    rules.push(['label suspect', i => isWrong(i) && isHard(i)]);
  }
  const tags = Uint8Array.from(trueClass, (_, i) =>
    rules.reduce((mask, [, applies], bit) => mask | (applies(i) ? 1 << bit : 0), 0),
  );
  return { tags, tagNames: rules.map(([name]) => name) };
}

function frequentPairs({ trueClass, predictedClass }: ClassOutcomes, nClasses: number) {
  const counts = new Map<number, number>();
  let nWrong = 0;
  for (let i = 0; i < trueClass.length; i++) {
    if (trueClass[i] === predictedClass[i]) continue;
    const pair = trueClass[i]! * nClasses + predictedClass[i]!;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
    nWrong++;
  }
  const fifth = [...counts.values()].sort((a, b) => b - a)[nFrequentPairs - 1] ?? 0;
  const least = Math.max(minPairCount, fifth, (2 * nWrong) / (nClasses * (nClasses - 1)));
  return (label: number, predicted: number) => (counts.get(label * nClasses + predicted) ?? 0) >= least;
}

function hardToLearn({ confidence, variability }: Dynamics) {
  const median = confidence.toSorted()[Math.floor(confidence.length / 2)]!;
  const limit = Math.min(maxConfidence, maxShareOfMedian * median);
  return (i: number) => confidence[i]! <= limit && variability[i]! <= maxVariability;
}
