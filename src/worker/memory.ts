import type { ResolvedConfiguration } from '../config/resolve';
import { tooLarge } from '../data/memory';
import type { Dataset } from '../data/types';
import { chunkRows } from '../engine/evaluate';
import { isBytes } from '../engine/examples';
import { type Architecture, countEmbedded, countParameters } from '../engine/network';
import { optimizers } from '../engine/optimizers';
import { residentBytes } from '../engine/wasm/batch';
import { listBytes } from '../engine/wasm/sparsePlan';
import type { Platform } from '../platform/types';

/** Refuses what training would allocate beyond the limit, model and data together, before the model is made. */
export function checkTrainingMemory(
  { memoryBudgetBytes }: Platform,
  architecture: Architecture,
  { training }: ResolvedConfiguration,
  dataset: Dataset,
): void {
  const nParameters = countParameters(architecture);
  const nEmbedded = countEmbedded(architecture);
  // Parameters and the optimizer's arrays, as they are saved and as the kernels want them; gradients; and copies of the
  // parameters before the last step, of the last epoch and of the best one.
  const nCopies = 6 + 2 * optimizers[training.optimizer].slots.length;
  const nEvaluated = Math.min(chunkRows, dataset.train.targets.length);
  const parts = [
    {
      key: 'model.hidden_sizes',
      bytes: 4 * nCopies * (nParameters - nEmbedded),
      remedy: 'Use fewer or smaller layers.',
    },
    {
      key: 'data.embedding_dim',
      bytes: 4 * nCopies * nEmbedded,
      remedy: 'Lower embedding_dim, or leave out columns of many categories.',
    },
    {
      key: 'training.batch_size',
      bytes: activationBytes(architecture, Math.max(training.batch_size, nEvaluated)),
      remedy: 'Use smaller batches or layers.',
    },
    {
      key: 'data',
      bytes: dataBytes(dataset) + residentBytes(dataset.train) + evaluationBytes(architecture, dataset),
      remedy: 'Use fewer rows or features.',
    },
  ] as const;
  const neededBytes = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  if (neededBytes <= memoryBudgetBytes) return;
  const { key, remedy } = parts.reduce((largest, part) => (part.bytes > largest.bytes ? part : largest));
  const need = `Training ${nParameters.toLocaleString('en')} parameters on batches of ${training.batch_size.toLocaleString('en')} needs`;
  throw tooLarge(key, need, neededBytes, memoryBudgetBytes, remedy);
}

/** Refuses a stored model that could not be looked at, before it is made. */
export function checkModelMemory({ memoryBudgetBytes }: Platform, architecture: Architecture): void {
  const nParameters = countParameters(architecture);
  // Parameters, the file that they come from, its tensors, and the arrays of a forward pass.
  const neededBytes = 4 * 4 * nParameters + activationBytes(architecture, chunkRows);
  if (neededBytes <= memoryBudgetBytes) return;
  const need = `A model of ${nParameters.toLocaleString('en')} parameters needs`;
  throw tooLarge('model.hidden_sizes', need, neededBytes, memoryBudgetBytes, 'Look at it on a larger one.');
}

/**
 * Each unit's sum, activation and gradient, for every row of a batch; what normalization makes of it, and what dropout
 * leaves of it, with its factor; the inputs with what embeddings make of choices, and then their gradient; lists of
 * those that are not 0.
 */
function activationBytes(architecture: Architecture, nRows: number): number {
  const { nInputs, embeddings = [], hiddenSizes, nOutputs, normalization, dropout } = architecture;
  const nEmbedded = embeddings.reduce((sum, { width, nChoices }) => sum + width * nChoices, 0);
  const nArrays = 3 + (normalization ? 1 : 0);
  const nNumbers = hiddenSizes.reduce(
    (sum, size, l) => sum + size * (nArrays + (dropout?.[l] ? 2 : 0)),
    3 * nOutputs + (nEmbedded > 0 ? 2 : 1) * (nInputs + nEmbedded),
  );
  return 4 * nRows * nNumbers + (nEmbedded > 0 ? 0 : listBytes(nInputs, hiddenSizes[0] ?? nOutputs, nRows));
}

/** The outputs and the loss of every validation sample, which are there at once. */
const evaluationBytes = ({ nOutputs }: Architecture, { validation }: Dataset): number =>
  4 * (nOutputs + 1) * (validation?.targets.length ?? 0);

/** Columns may be views of one buffer, and parts of one table. */
function dataBytes({ train, validation, test }: Dataset): number {
  const buffers = new Set<ArrayBufferLike>();
  for (const part of [train, validation, test]) {
    if (!part) continue;
    buffers.add((isBytes(part.inputs) ? part.inputs.values : part.inputs).buffer);
    if (part.selected) buffers.add(part.selected.buffer);
    buffers.add(part.targets.buffer);
    buffers.add(part.rows.buffer);
    for (const column of part.table.columns)
      buffers.add((column.kind === 'numeric' ? column.values : column.codes).buffer);
  }
  return [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
}
