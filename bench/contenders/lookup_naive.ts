// The same in plain JavaScript, as it is written first: one-hot rows are multiplied, and gradients are as large as the table.
import { lookupTask } from './lookup';
import { serve } from './slices';

const { size, columns, batch, task, nBatches, selected, targets } = lookupTask();
const weights = new Float32Array(size * columns).fill(0.01);
const z = new Float32Array(batch * columns);
const rate = 0.1;
let at = 0;

/** X W of one-hot rows that are there as such. */
function product(x: Float32Array) {
  z.fill(0);
  for (let n = 0; n < batch; n++)
    for (let i = 0; i < size; i++) {
      const value = x[n * size + i]!;
      for (let o = 0; o < columns; o++) z[n * columns + o]! += value * weights[i * columns + o]!;
    }
}

/** Softmax minus the true class, in place. */
function toGradient(first: number) {
  for (let n = 0; n < batch; n++) {
    const row = z.subarray(n * columns, (n + 1) * columns);
    const largest = row.reduce((a, b) => Math.max(a, b));
    let sum = 0;
    for (let o = 0; o < columns; o++) sum += row[o] = Math.exp(row[o]! - largest);
    for (let o = 0; o < columns; o++) row[o]! /= sum * batch;
    row[targets[first + n]!]! -= 1 / batch;
  }
}

function step(gradient: Float32Array) {
  const first = at * batch;
  for (let n = 0; n < batch; n++) {
    const row = selected[first + n]! * columns;
    for (let o = 0; o < columns; o++) z[n * columns + o] = weights[row + o]!;
  }
  toGradient(first);
  gradient.fill(0);
  for (let n = 0; n < batch; n++) {
    const row = selected[first + n]! * columns;
    for (let o = 0; o < columns; o++) gradient[row + o]! += z[n * columns + o]!;
  }
  for (let i = 0; i < weights.length; i++) weights[i]! -= rate * gradient[i]!;
  at = (at + 1) % nBatches;
}

if (task === 'forward') {
  const x = new Float32Array(batch * size);
  for (let n = 0; n < batch; n++) x[n * size + selected[n]!] = 1;
  await serve(times => {
    for (let n = 0; n < times; n++) product(x);
  }, 1);
} else {
  const gradient = new Float32Array(weights.length);
  await serve(times => {
    for (let n = 0; n < times; n++) step(gradient);
  }, 1);
}
