import { keptFactor, threshold } from '../dropout';
import type { Arena, Region } from './arena';
import type { KernelExports } from './exports';
import type { PanelShape } from './panels';

const floatBytes = 4;
const vectorLength = 4;

/** Dropout of a layer in the memory of a module. */
export interface DropoutPlan {
  /** Share of the activations that become 0. */
  readonly rate: number;
  /** (rows, columns), each: what is left of the activations, and what they were multiplied by. */
  readonly dropped: Region;
  readonly scales: Region;
  /** The four words of the generator, the same for all layers. */
  readonly generator: Region;
}

/** @param length of the activations */
export function planDropout(arena: Arena, rate: number, length: number, generator: Region): DropoutPlan {
  return { rate, dropped: arena.reserve(length), scales: arena.reserve(length), generator };
}

export interface DropoutPass {
  forward(nRows: number): void;
  /** @param d address of the gradient of what is left, overwritten in place; relu and dropout commute */
  backward(d: number, nRows: number): void;
}

/** Activations of a layer, rows `stride` bytes apart. */
interface DroppedLayer {
  readonly a: Region;
  readonly stride: number;
  readonly shape: PanelShape;
  readonly dropout: DropoutPlan | null;
}

export function dropoutPass(
  kernels: KernelExports,
  { a, stride, shape, dropout }: DroppedLayer,
): DropoutPass | null {
  if (!dropout) return null;
  const { rate, dropped, scales, generator } = dropout;
  const [kept] = new Int32Array(Float32Array.of(keptFactor(rate)).buffer);
  const draws = [generator.address, threshold(rate), kept!] as const;
  const arrays = [a.address, dropped.address, scales.address] as const;
  const rowVectors = stride / floatBytes / vectorLength;
  return {
    forward: nRows => kernels.dropOut(...draws, ...arrays, stride, shape.nOutputs, nRows),
    backward: (d, nRows) => kernels.dropOutBackward(d, scales.address, nRows * rowVectors),
  };
}
