import { crossEntropy } from './crossEntropy';
import { forward, forwardTile } from './forward';
import { gather, gatherBytes } from './gather';
import { inputGradient, inputGradientTiles } from './inputGradient';
import { type InstructionSet, instructionSets } from './instructionSet';
import { narrowCrossEntropy } from './narrowCrossEntropy';
import { optimizerKernels } from './optimizers';
import { run } from './run';
import { addChosenRows, addToChosenRows, rectify, updateRows } from './tables';
import { tilesOf } from './tile';
import { biases, update, weights, weightTile } from './weightUpdate';

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
    ...inputGradientTiles(set),
    inputGradient(),
    addChosenRows(),
    addToChosenRows(),
    rectify(),
    ...optimizerKernels.flatMap(optimizer => [
      ...tiles.map(tile => weightTile(set, optimizer, tile)),
      weights(set, optimizer),
      biases(set, optimizer),
      update(set, optimizer),
      updateRows(optimizer),
    ]),
  ];
  functions.push(run(functions.filter(({ isExported }) => isExported)));
  return `(module\n(import "env" "memory" (memory 1))\n${functions.join('\n')}\n)`;
}
