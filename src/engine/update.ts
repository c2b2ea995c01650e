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
  /** Same shape. */
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
  const { embeddings, categories, d } = workspace.input;
  const gradients = [
    ...embeddings.map(table => table.d),
    ...workspace.layers.flatMap(layer => [
      layer.d.weights,
      layer.d.biases,
      ...(layer.dNormalization ? [layer.dNormalization.gain, layer.dNormalization.shift] : []),
    ]),
  ];
  const tables = [...embeddings, categories];
  return parametersOf(network).flatMap(({ values, isWeight }, p): UpdatedParameter[] => {
    const whole = { values, gradient: gradients[p]!, slots: slots[p]!, isWeight };
    const table = tables[p];
    if (!table) return [{ ...whole, selection: null }];
    // The first weights end with the rows of the categories.
    const nDense = values.length - table.d.length;
    return nDense === 0
      ? [selected(whole, table)]
      : [
          { ...part(whole, 0, d.weights.length), selection: null },
          selected(part(whole, nDense, values.length), table),
        ];
  });
}

type Whole = Omit<UpdatedParameter, 'selection'>;

const part = ({ values, gradient, slots, isWeight }: Whole, start: number, end: number): Whole => ({
  values: values.subarray(start, end),
  gradient: gradient.subarray(start, end),
  slots: slots.map(slot => slot.subarray(start, end)),
  isWeight,
});

const selected = (parameter: Whole, { table, touched }: TableGradients): UpdatedParameter => ({
  ...parameter,
  selection: { width: table.width, rows: () => touched.rows },
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
  if (gradientClipNorm > 0)
    clipByNorm(
      parameters.map(({ gradient }) => gradient),
      gradientClipNorm,
    );
  for (const parameter of parameters) {
    forEachPart(parameter, each => {
      if (each.isWeight) decay(each, optimizer, weightDecay, learningRate);
      optimizer.update(each.values, each.gradient, each.slots, settings, step);
    });
  }
}

function forEachPart(parameter: UpdatedParameter, visit: (part: Whole) => void) {
  const { selection } = parameter;
  if (!selection) return visit(parameter);
  const { width } = selection;
  for (const row of selection.rows()) visit(part(parameter, row * width, (row + 1) * width));
}

/** The gradient of ½ λ ‖W‖² is λ W; an optimizer that decouples it shrinks the weights instead. */
function decay(
  { values, gradient }: Whole,
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
