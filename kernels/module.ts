import { activationDerivative, activationValue } from './activationPass';
import { activationKernels } from './activations';
import { batchNorm, batchNormBackward, batchNormByRunning } from './batchNorm';
import { crossEntropy } from './crossEntropy';
import { dropOut, dropOutBackward } from './dropout';
import { listColumns, listEntries } from './entries';
import { forward, forwardTile } from './forward';
import { gather, gatherBytes } from './gather';
import { scale, sumOfSquares } from './gradientNorm';
import { inputGradient, inputGradientTiles } from './inputGradient';
import { type InstructionSet, instructionSets } from './instructionSet';
import { layerNorm, layerNormBackward } from './layerNorm';
import { narrowCrossEntropy } from './narrowCrossEntropy';
import { optimizerKernels } from './optimizers';
import { run } from './run';
import { sparseForwards, sparseUpdates } from './sparse';
import { addChosenRows, copyChosenRows, rectify, sumChosenRows, updateRows } from './tables';
import { tilesOf } from './tile';
import { biases, update, weights, weightTile } from './weightUpdate';

/** As many as 32-bit addresses reach. Memory that threads share must be limited. */
const maxPages = 65536;

/** All kernels of one instruction set as a module in the text format; its memory is given by whoever instantiates it. */
export function moduleText(name: InstructionSet['name']): string {
  const set = instructionSets[name];
  const tiles = tilesOf(set);
  const functions = [
    gather(),
    gatherBytes(),
    ...tiles.map(tile => forwardTile(set, tile)),
    forward(set),
    narrowCrossEntropy(set, 2),
    narrowCrossEntropy(set, 4),
    crossEntropy(set),
    ...activationKernels.flatMap(activation => [
      activationValue(set, activation),
      activationDerivative(set, activation),
    ]),
    ...inputGradientTiles(set),
    inputGradient(set),
    addChosenRows(),
    copyChosenRows(),
    sumChosenRows(),
    rectify(),
    layerNorm(set),
    layerNormBackward(set),
    batchNorm(set),
    batchNormByRunning(set),
    batchNormBackward(set),
    dropOut(),
    dropOutBackward(),
    listEntries(),
    listColumns(),
    ...sparseForwards(set),
    ...optimizerKernels.flatMap(optimizer => [
      ...tiles.map(tile => weightTile(set, optimizer, tile)),
      weights(set, optimizer),
      biases(set, optimizer),
      update(set, optimizer),
      updateRows(optimizer),
      ...sparseUpdates(set, optimizer),
    ]),
  ];
  // What takes or gives anything but addresses and counts comes last: it cannot be written down as a call.
  functions.push(run(functions.filter(({ isExported }) => isExported)), sumOfSquares(), scale());
  return `(module\n(import "env" "memory" (memory 1 ${maxPages}))\n${functions.join('\n')}\n)`;
}
