// brain.js, which knows no batches and no softmax: one sample a step, squared error.
import brain from 'brain.js';
import { argument, samplesOf, serve } from './slices';

const net = argument();
const { inputs, targets } = samplesOf(net);
const [nInputs, nOutputs] = [net.sizes[0], net.sizes.at(-1)];
const samples = Array.from(targets, (label, n) => ({
  input: inputs.subarray(n * nInputs, (n + 1) * nInputs),
  output: Float32Array.from({ length: nOutputs }, (_, o) => +(o === label)),
}));
const network = new brain.NeuralNetwork({ hiddenLayers: net.sizes.slice(1, -1), activation: 'relu' });
// A tenth of the rate, because a batch of one makes noisy steps.
const options = { learningRate: net.learningRate / 10 };
network.prepTraining(
  samples.slice(0, 1),
  net.optimizer === 'adam' ? { ...options, praxis: 'adam' } : options,
);
let at = 0;

await serve(nSteps => {
  for (let n = 0; n < nSteps * net.batch; n++) {
    network.trainPattern(samples[at], false);
    at = (at + 1) % samples.length;
  }
}, net.batch);
