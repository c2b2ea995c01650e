import type { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import { floatBytes, load, loadSplat, minus, over, plus, squareRoot, times } from './vector';
import { add, type Expression, type Variable } from './wat';

/** What becomes of four weights when their gradient is known, in a register. */
export interface OptimizerKernel {
  readonly name: string;
  /** Arrays beside the weights, laid out like them. */
  readonly nSlots: number;
  readonly update: (f: FunctionBuilder, place: Place, gradient: Variable, set: InstructionSet) => void;
}

/** Four weights in memory, with what the optimizer keeps for them. */
interface Place {
  readonly weights: Cell;
  readonly slots: readonly Cell[];
  /** The settings of the optimizer, by their order there, each in all lanes. */
  readonly setting: (index: number) => Expression;
}

export interface Cell {
  load(): Expression;
  store(value: Expression): void;
}

/** Only keeps the gradient, in the place of a slot. */
const store: OptimizerKernel = {
  name: 'Store',
  nSlots: 1,
  update: (_f, { slots: [kept] }, gradient) => kept!.store(gradient),
};

/** Every setting starts with −η and λ. The penalty ½ λ ‖W‖² adds λ w to each gradient. */
const addPenalty = (f: FunctionBuilder, place: Place, gradient: Variable, set: InstructionSet) =>
  f.set(gradient, set.multiplyAdd(place.setting(1), place.weights.load(), gradient));

/** w ← w − η g. Settings: −η, λ. */
const sgd: OptimizerKernel = {
  name: 'Sgd',
  nSlots: 0,
  update(f, place, gradient, set) {
    addPenalty(f, place, gradient, set);
    place.weights.store(set.multiplyAdd(place.setting(0), gradient, place.weights.load()));
  },
};

/** v ← μ v + g, w ← w − η v. Settings: −η, λ, μ. */
const momentum: OptimizerKernel = {
  name: 'Momentum',
  nSlots: 1,
  update(f, place, gradient, set) {
    const [velocity] = place.slots;
    addPenalty(f, place, gradient, set);
    f.set(gradient, set.multiplyAdd(place.setting(2), velocity!.load(), gradient));
    velocity!.store(gradient);
    place.weights.store(set.multiplyAdd(place.setting(0), gradient, place.weights.load()));
  },
};

/**
 * m ← m + (1 − β₁)(g − m), v ← v + (1 − β₂)(g² − v), w ← w − η m̂ / (√v̂ + ε).
 * Settings: −η / (1 − β₁ᵗ), λ, 1 − β₁, 1 − β₂, 1 / √(1 − β₂ᵗ), ε.
 */
const adam: OptimizerKernel = {
  name: 'Adam',
  nSlots: 2,
  update(f, place, gradient, set) {
    const [mean, variance] = place.slots;
    const m = f.vector('mean');
    const v = f.vector('variance');
    addPenalty(f, place, gradient, set);
    f.set(m, mean!.load());
    f.set(m, set.multiplyAdd(place.setting(2), minus(gradient, m), m));
    mean!.store(m);
    f.set(v, variance!.load());
    f.set(v, set.multiplyAdd(place.setting(3), minus(times(gradient, gradient), v), v));
    variance!.store(v);
    f.set(v, plus(times(squareRoot(v), place.setting(4)), place.setting(5)));
    place.weights.store(set.multiplyAdd(place.setting(0), over(m, v), place.weights.load()));
  },
};

export const optimizerKernels = [store, sgd, momentum, adam];

/** What a function needs to know to update weights; the slots lie at a distance from the weights that is the same for all. */
export const optimizerParameters = ['settings', 'slot0', 'slot1'] as const;
type OptimizerParameters = Record<(typeof optimizerParameters)[number], Variable>;

/** Finds the weights of an address, and their slots, for one optimizer. */
export function placesAt(
  f: FunctionBuilder,
  { nSlots }: OptimizerKernel,
  { settings, slot0, slot1 }: OptimizerParameters,
  weights: Variable,
) {
  const slots = [slot0, slot1].slice(0, nSlots).map(distance => ({ distance, address: f.address('slot') }));
  const cell = (address: Variable, offset: number): Cell => ({
    load: () => load(address, offset),
    store: value => f.store(address, offset, value),
  });
  return {
    /** After the weights' address has changed. */
    follow: () => {
      for (const { distance, address } of slots) f.set(address, add(weights, distance));
    },
    at: (offset: number): Place => ({
      weights: cell(weights, offset),
      slots: slots.map(({ address }) => cell(address, offset)),
      setting: index => loadSplat(settings, floatBytes * index),
    }),
  };
}
