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

const oneActivationALayer: Rule = {
  code: 'activation-count',
  severity: 'error',
  find({ model }) {
    const nLayers = hiddenSizesOf(model).length;
    if (!Array.isArray(model.activation) || model.activation.length === nLayers) return null;
    return {
      key: 'model.activation',
      message:
        `activation lists ${model.activation.length}, but the number of hidden layers is ${nLayers}. ` +
        'Write one a hidden layer, or a single name for all.',
    };
  },
};

export const modelRules: readonly Rule[] = [twoShapes, oneActivationALayer];
