// Descent's engine as the trainer runs it: `ours.mjs NET KERNEL`.
import type { Examples } from '../../src/engine/examples';
import { train } from '../../src/engine/train';
import { argument, type Net, type Samples, samplesOf, serve } from './slices';
import { optionsOf, stateOf, trainerFor } from './training';

/** Pictures as the trainer has them from a file of images: bytes, which are divided by 255 batch by batch. */
function inBytes({ inputs, targets }: Samples): Examples {
  const nPixels = inputs.length / targets.length;
  const values = Uint8Array.from(inputs, value => Math.round(255 * value));
  const shift = new Float32Array(nPixels);
  return { inputs: { values, shift, factor: new Float32Array(nPixels).fill(1 / 255) }, targets };
}

const net = argument<Net>();
const state = stateOf(net);
const options = optionsOf(net);
const samples = samplesOf(net);
const data = { train: net.data === 'pictures' ? inBytes(samples) : samples, validation: null };
const trainer = trainerFor(process.argv[3], net.threads ?? 1, state, data.train, net.batch, options);
const events = train(state, data, options, trainer);

await serve(nSteps => {
  for (let n = 0; n < nSteps; ) {
    const { value, done } = events.next();
    if (done) throw new Error(`Training ended: ${JSON.stringify(value)}`);
    if (value.type === 'step') n++;
  }
}, net.batch);
