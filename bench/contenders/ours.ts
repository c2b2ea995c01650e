// Descent's engine as the trainer runs it: `ours.mjs NET KERNEL`.
import { train } from '../../src/engine/train';
import { argument, type Net, samplesOf, serve } from './slices';
import { optionsOf, stateOf, trainerFor } from './training';

const net = argument<Net>();
const state = stateOf(net);
const options = optionsOf(net);
const data = { train: samplesOf(net), validation: null };
const trainer = trainerFor(process.argv[3], net.threads ?? 1, state, data.train, net.batch, options);
const events = train(state, data, options, trainer);

await serve(nSteps => {
  for (let n = 0; n < nSteps; ) {
    const { value, done } = events.next();
    if (done) throw new Error(`Training ended: ${JSON.stringify(value)}`);
    if (value.type === 'step') n++;
  }
}, net.batch);
