// Whole epochs as a run has them: training, validation, and the line that is recorded of each: `statistics.mjs NET [without]`.
import { train } from '../../src/engine/train';
import { epochMetricsOf } from '../../src/worker/epochMetrics';
import { argument, type Net, samplesOf, serve } from './slices';
import { optionsOf, stateOf, trainerFor } from './training';

const net = argument<Net>();
const withStatistics = process.argv[3] !== 'without';
const { inputs, targets } = samplesOf(net);
const nTrain = Math.round(0.8 * targets.length);
const nInputs = net.sizes[0]!;
const data = {
  train: { inputs: inputs.slice(0, nTrain * nInputs), targets: targets.slice(0, nTrain) },
  validation: { inputs: inputs.slice(nTrain * nInputs), targets: targets.slice(nTrain) },
};
const state = stateOf(net);
const options = optionsOf(net);
const trainer = trainerFor('fastest', 1, state, data.train, net.batch, options);
const events = train(state, data, options, {
  ...trainer,
  step: (rows, rate, asked, histograms) =>
    trainer.step(rows, rate, asked && withStatistics, histograms && withStatistics),
  evaluate: (examples, asked, histograms) =>
    trainer.evaluate(examples, asked && withStatistics, histograms && withStatistics),
});

await serve(nEpochs => {
  for (let n = 0; n < nEpochs; ) {
    const { value, done } = events.next();
    if (done) throw new Error(`Training ended: ${JSON.stringify(value)}`);
    if (value.type !== 'epoch') continue;
    // Statistics become rarer in long runs; it is the early epochs that cost most.
    if (state.progress.epoch === 1000) state.progress.epoch = 0;
    JSON.stringify(epochMetricsOf(value, trainer.network().layers, 0));
    n++;
  }
}, 1);
