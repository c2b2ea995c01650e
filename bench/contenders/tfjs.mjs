// TensorFlow.js without its layers, which only add to it: `tfjs.mjs NET cpu|wasm`.
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import '@tensorflow/tfjs-backend-cpu';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { argument, samplesOf, serve } from './slices';

const net = argument();
const [backend, packageFolder] = process.argv.slice(3);
setWasmPaths(`${path.join(packageFolder, 'dist')}/`);
setThreadsCount(1);
await tf.setBackend(backend);
await tf.ready();

const { inputs, targets } = samplesOf(net);
const nSamples = targets.length;
const nInputs = net.sizes[0];
const layers = net.sizes.slice(1).map((nOutputs, l) => ({
  weights: tf.variable(tf.randomUniform([net.sizes[l], nOutputs], -1, 1).div(Math.sqrt(net.sizes[l]))),
  biases: tf.variable(tf.zeros([nOutputs])),
}));
const optimizer = tf.train[net.optimizer](net.learningRate);
const order = tf.util.createShuffledIndices(nSamples);
const x = new Float32Array(net.batch * nInputs);
const y = new Int32Array(net.batch);
let at = 0;

function fillBatch() {
  if (at + net.batch > nSamples) at = 0;
  for (let n = 0; n < net.batch; n++) {
    const row = order[at++];
    x.set(inputs.subarray(row * nInputs, (row + 1) * nInputs), n * nInputs);
    y[n] = targets[row];
  }
}

function logits(batch) {
  return layers.reduce((below, { weights, biases }, l) => {
    const z = tf.add(tf.matMul(below, weights), biases);
    return l < layers.length - 1 ? tf.relu(z) : z;
  }, batch);
}

function step() {
  fillBatch();
  const labels = tf.oneHot(tf.tensor1d(y, 'int32'), net.sizes.at(-1));
  const batch = tf.tensor2d(x.slice(), [net.batch, nInputs]);
  optimizer.minimize(() => tf.losses.softmaxCrossEntropy(labels, logits(batch)));
}

await serve(nSteps => {
  for (let n = 0; n < nSteps; n++) tf.tidy(step);
}, net.batch);
