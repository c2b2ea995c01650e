// Descent's engine as the trainer runs it: `ours.mjs NET KERNEL`.
import { train } from '../../src/engine/train';
import { argument, type Net, samplesOf, serve } from './slices';
import { kernelFor, optionsOf, stateOf } from './training';

const net = argument<Net>();
const kernel = kernelFor(process.argv[3]);
const state = stateOf(net);
const options = optionsOf(net);
const data = { train: samplesOf(net), validation: null };
const events = train(state, data, options, kernel.createTrainer(state, data.train, net.batch, options));

await serve(nSteps => {
  for (let n = 0; n < nSteps; ) {
    const { value, done } = events.next();
    if (done) throw new Error(`Training ended: ${JSON.stringify(value)}`);
    if (value.type === 'step') n++;
  }
}, net.batch);
