import type { Configuration } from '../configuration';
import { sections } from '../keys';
import { hiddenSizesOf } from '../resolve';
import type { Rule } from './rule';

const twoShapes: Rule = {
  code: 'two-shapes',
  severity: 'error',
  find({ model: { hidden_sizes, hidden_size, hidden_layers } }) {
    if (hidden_sizes === undefined || (hidden_size ?? hidden_layers) === undefined) return null;
    const other = hidden_size === undefined ? 'hidden_layers' : 'hidden_size';
    return {
      key: `model.${other}`,
      message: `hidden_sizes already says how many layers there are and how large. Remove it, or ${other}.`,
    };
  },
};

const oneALayer = (name: 'activation' | 'dropout', one: string): Rule => ({
  code: `${name}-count`,
  severity: 'error',
  find({ model }) {
    const nLayers = hiddenSizesOf(model).length;
    const written = model[name];
    if (!Array.isArray(written) || written.length === nLayers) return null;
    return {
      key: `model.${name}`,
      message:
        `${name} lists ${written.length}, but the number of hidden layers is ${nLayers}. ` +
        `Write one a hidden layer, or a single ${one} for all.`,
    };
  },
});

/** What is done to hidden layers where there are none. */
const ofHiddenLayers = (name: 'dropout' | 'normalization', isOff: (value: unknown) => boolean): Rule => ({
  code: 'no-effect',
  severity: 'warning',
  find({ model }) {
    const written: Configuration['model'][typeof name] = model[name];
    if (written === undefined || isOff(written) || hiddenSizesOf(model).length > 0) return null;
    const message = `${name} has no effect: the model has no hidden layer. Remove it, or add a layer to hidden_sizes.`;
    return { key: `model.${name}`, message };
  },
});

const batchesOfOne: Rule = {
  code: 'batch-of-one',
  severity: 'error',
  find: ({ model: { normalization = sections.model.normalization.default }, training: { batch_size } }) =>
    normalization === 'batch_norm' && batch_size === 1
      ? {
          key: 'training.batch_size',
          message:
            'batch_norm takes the mean and the deviation of each batch, and one row has no deviation. ' +
            'Raise batch_size, or set normalization: layer_norm.',
        }
      : null,
};

export const modelRules: readonly Rule[] = [
  twoShapes,
  oneALayer('activation', 'name'),
  oneALayer('dropout', 'rate'),
  ofHiddenLayers('dropout', rate => rate === 0 || Array.isArray(rate)),
  ofHiddenLayers('normalization', name => name === 'none'),
  batchesOfOne,
];
