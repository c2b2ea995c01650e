import { activations } from '../activations';
import { floats, type Region } from './arena';
import type { KernelExports } from './exports';
import type { LayerPlan } from './network';

const floatBytes = 4;
const vectorLength = 4;

/** What the activation of a layer does to whole rows; what fills them up is computed as well, and never read. */
export interface ActivationPass {
  readonly isInKernels: boolean;
  /** A = f(Z) */
  activate(nRows: number): void;
  /** dA becomes dZ in place: dZ = dA ⊙ f′(Z). */
  through(dz: Region, nRows: number): void;
}

/** By the kernels of the activation; by the reference where there are none. Null where the tiles have done it. */
export function activationPass(
  kernels: KernelExports,
  memory: WebAssembly.Memory,
  { activation, stride, z, a }: LayerPlan,
): ActivationPass | null {
  if (!activation || z === a) return null;
  const { [`${activation}.value` as const]: value, [`${activation}.derivative` as const]: derivative } =
    kernels;
  const rowLength = stride / floatBytes;
  if (!value || !derivative) return referencePass(memory, activation, rowLength, z, a);
  const rowVectors = rowLength / vectorLength;
  return {
    isInKernels: true,
    activate: nRows => value(z.address, a.address, nRows * rowVectors),
    through: (dz, nRows) => derivative(dz.address, z.address, a.address, nRows * rowVectors),
  };
}

function referencePass(
  memory: WebAssembly.Memory,
  activation: keyof typeof activations,
  rowLength: number,
  zRegion: Region,
  aRegion: Region,
): ActivationPass {
  const { value, derivative } = activations[activation];
  const [z, a] = [floats(memory, zRegion), floats(memory, aRegion)];
  return {
    isInKernels: false,
    activate(nRows) {
      for (let i = 0; i < nRows * rowLength; i++) a[i] = value(z[i]!);
    },
    through(region, nRows) {
      const dz = floats(memory, region);
      for (let i = 0; i < nRows * rowLength; i++) dz[i]! *= derivative(z[i]!, a[i]!);
    },
  };
}
