import { expect, it } from 'vitest';
import { trainingDynamics } from '../../src/engine/trainingDynamics';

const lossOf = (p: number) => -Math.log(p);

/*
 * Sample 0 is seen as 0.2, 0.6, 0.7: mean 0.5, deviations −0.3, 0.1, 0.2, so the variance is 0.14 / 3.
 * Sample 1 is always seen as 0.9. Sample 2 is seen as 0 and 1 in turn, which is as variable as it gets.
 */
it('is the mean and the standard deviation of the probability of the true class', () => {
  const epochs = [
    [0.2, 0.9, 0],
    [0.6, 0.9, 1],
    [0.7, 0.9, 0],
    [0.5, 0.9, 1],
  ].map(ps => Float32Array.from(ps, lossOf));
  const { confidence, variability } = trainingDynamics(epochs.slice(0, 3), [0, 1]);
  expect([...confidence]).toEqual([expect.closeTo(0.5, 6), expect.closeTo(0.9, 6)]);
  expect([...variability]).toEqual([expect.closeTo(Math.sqrt(0.14 / 3), 6), expect.closeTo(0, 6)]);
  const last = trainingDynamics(epochs, [2]);
  expect([last.confidence[0], last.variability[0]]).toEqual([0.5, 0.5]);
});

it('leaves out the epochs that have no number for a sample', () => {
  const epochs = [
    [lossOf(0.5), Number.NaN],
    [Number.NaN, Number.NaN],
    [Number.POSITIVE_INFINITY, Number.NaN],
  ].map(losses => Float32Array.from(losses));
  const { confidence, variability } = trainingDynamics(epochs, [0, 1]);
  expect([...confidence]).toEqual([0.25, Number.NaN]);
  expect([...variability]).toEqual([0.25, Number.NaN]);
});

it('never exceeds certainty, whatever a damaged file says', () => {
  const { confidence, variability } = trainingDynamics([Float32Array.of(-50), Float32Array.of(0)], [0]);
  expect([confidence[0], variability[0]]).toEqual([1, 0]);
});
