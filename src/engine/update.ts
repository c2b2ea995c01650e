import type { FloatArray } from './array';
import { clipByNorm } from './clip';
import type { TableGradients } from './inputLayer';
import type { Network } from './network';
import { type Optimizer, optimizers } from './optimizers';
import { parametersOf } from './parameters';
import type { Workspace } from './propagate';
import type { StepOptions } from './step';
import type { TrainingState } from './trainingState';

/** An array of parameters with all that an update reads. */
export interface UpdatedParameter {
  readonly values: FloatArray;
  /** Same shape; of a selection only its rows, in their order. */
  readonly gradient: FloatArray;
  /** Arrays of the optimizer, same shape each. */
  readonly slots: readonly FloatArray[];
  /** Weight decay is for weights only. */
  readonly isWeight: boolean;
  /** The rows that an update is limited to, and their width; null where it is for all. */
  readonly selection: { readonly width: number; readonly rows: () => Int32Array } | null;
}

/** The parameters of a network, with the gradients of a workspace. */
export function updatedParameters(
  network: Network,
  workspace: Workspace,
  slots: TrainingState['slots'],
): UpdatedParameter[] {
  const { embeddings, categories } = workspace.input;
  const gradients = [
    ...embeddings.map(({ d }) => d),
    ...workspace.layers.flatMap(layer => [
      layer.d.weights,
      layer.d.biases,
      ...(layer.dNormalization ? [layer.dNormalization.gain, layer.dNormalization.shift] : []),
    ]),
  ];
  const tables = [...embeddings, categories];
  return parametersOf(network).flatMap(({ values, isWeight }, p): UpdatedParameter[] => {
    const gradient = gradients[p]!;
    const whole = { values, slots: slots[p]!, isWeight };
    const table = tables[p];
    if (!table) return [{ ...whole, gradient, selection: null }];
    const selected = { gradient: table.d, selection: selectionOf(table) };
    if (p < embeddings.length) return [{ ...whole, ...selected }];
    // The first weights end with the rows of the categories.
    const nDense = values.length - table.table.rows.length;
    return [
      { ...part(whole, 0, nDense), gradient, selection: null },
      { ...part(whole, nDense, values.length), ...selected },
    ];
  });
}

type Arrays = Pick<UpdatedParameter, 'values' | 'slots' | 'isWeight'>;

const part = ({ values, slots, isWeight }: Arrays, start: number, end: number): Arrays => ({
  values: values.subarray(start, end),
  slots: slots.map(slot => slot.subarray(start, end)),
  isWeight,
});

const selectionOf = ({ table, touched }: TableGradients): UpdatedParameter['selection'] => ({
  width: table.width,
  rows: () => touched.rows,
});

/**
 * One update of all parameters, whatever the order of the numbers in their arrays, as long as it is the same in all.
 * Of a table only the selected rows are updated, by the formula of the optimizer; all others keep their values, their
 * slots and their size: they are neither moved by an old gradient nor shrunk by weight decay. PyTorch's SparseAdam
 * calls this lazy.
 * @param step number of this update, from 1
 */
export function updateParameters(
  parameters: readonly UpdatedParameter[],
  options: StepOptions,
  learningRate: number,
  step: number,
) {
  const { weightDecay, gradientClipNorm } = options;
  const optimizer: Optimizer = optimizers[options.optimizer];
  const settings = { ...options, learningRate };
  if (gradientClipNorm > 0) clipByNorm(parameters.map(usedGradient), gradientClipNorm);
  for (const parameter of parameters) {
    const { isWeight } = parameter;
    forEachPart(parameter, ({ values, slots }, gradient) => {
      if (isWeight) decay(values, gradient, optimizer, weightDecay, learningRate);
      optimizer.update(values, gradient, slots, settings, step);
    });
  }
}

/** Of a selection only the rows that were met. */
export const usedGradient = ({ gradient, selection }: UpdatedParameter) =>
  selection ? gradient.subarray(0, selection.rows().length * selection.width) : gradient;

function forEachPart(parameter: UpdatedParameter, visit: (part: Arrays, gradient: FloatArray) => void) {
  const { gradient, selection } = parameter;
  if (!selection) return visit(parameter, gradient);
  const { width } = selection;
  for (const [i, row] of selection.rows().entries())
    visit(part(parameter, row * width, (row + 1) * width), gradient.subarray(i * width, (i + 1) * width));
}

/** The gradient of ½ λ ‖W‖² is λ W; an optimizer that decouples it shrinks the weights instead. */
function decay(
  values: FloatArray,
  gradient: FloatArray,
  { decouplesWeightDecay }: Optimizer,
  weightDecay: number,
  learningRate: number,
) {
  if (weightDecay === 0) return;
  const factor = 1 - learningRate * weightDecay;
  for (let i = 0; i < values.length; i++) {
    if (decouplesWeightDecay) values[i]! *= factor;
    else gradient[i]! += weightDecay * values[i]!;
  }
}
