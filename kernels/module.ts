import { softmaxCrossEntropy } from './crossEntropy';
import { forward, forwardTile } from './forward';
import { gather } from './gather';
import { inputGradient, inputGradientTiles } from './inputGradient';
import { type InstructionSet, instructionSets } from './instructionSet';
import { optimizerKernels } from './optimizers';
import { addChosenRows, addToChosenRows, rectify, updateRows } from './tables';
import { tilesOf } from './tile';
import { biases, update, weights, weightTile } from './weightUpdate';

/** All kernels of one instruction set as a module in the text format; its memory is given by whoever instantiates it. */
export function moduleText(name: InstructionSet['name']): string {
  const set = instructionSets[name];
  const tiles = tilesOf(set);
  const functions = [
    gather(),
    ...tiles.map(tile => forwardTile(set, tile)),
    forward(set),
    softmaxCrossEntropy(set, true),
    softmaxCrossEntropy(set, false),
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
  return `(module\n(import "env" "memory" (memory 1))\n${functions.join('\n')}\n)`;
}
