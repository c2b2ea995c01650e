import type { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import { floatBytes, load, loadSplat, minus, over, plus, squareRoot, times } from './vector';
import { add, type Expression, type Variable } from './wat';

/** What becomes of four weights when their gradient is known, in a register. */
export interface OptimizerKernel {
  readonly name: string;
  /** Arrays beside the weights, laid out like them. */
  readonly nSlots: number;
  /** Numbers that it reads, the same for all weights. */
  readonly nSettings: number;
  readonly update: (f: FunctionBuilder, place: Place, gradient: Variable, set: InstructionSet) => void;
}

/** Four weights in memory, with what the optimizer keeps for them. */
interface Place {
  readonly weights: Cell;
  readonly slots: readonly Cell[];
  /** Each in all lanes. */
  readonly settings: readonly Variable[];
}

export interface Cell {
  load(): Expression;
  store(value: Expression): void;
}

/** Only keeps the gradient, in the place of a slot. */
const store: OptimizerKernel = {
  name: 'Store',
  nSlots: 1,
  nSettings: 0,
  update: (_f, { slots: [kept] }, gradient) => kept!.store(gradient),
};

/** The weights, in a register, with the gradient of their penalty ½ λ ‖W‖² added to `gradient`. */
function withPenalty(
  f: FunctionBuilder,
  { weights, settings: [, decay] }: Place,
  gradient: Variable,
  { multiplyAdd }: InstructionSet,
): Variable {
  const { weight } = f.locals('v128', 'weight');
  f.set(weight, weights.load());
  f.set(gradient, multiplyAdd(decay!, weight, gradient));
  return weight;
}

/** w ← w − η g. Settings: −η, λ. */
const sgd: OptimizerKernel = {
  name: 'Sgd',
  nSlots: 0,
  nSettings: 2,
  update(f, place, gradient, set) {
    const [rate] = place.settings;
    const weight = withPenalty(f, place, gradient, set);
    place.weights.store(set.multiplyAdd(rate!, gradient, weight));
  },
};

/** v ← μ v + g, w ← w − η v. Settings: −η, λ, μ. */
const momentum: OptimizerKernel = {
  name: 'Momentum',
  nSlots: 1,
  nSettings: 3,
  update(f, place, gradient, set) {
    const [rate, , friction] = place.settings;
    const [velocity] = place.slots;
    const weight = withPenalty(f, place, gradient, set);
    f.set(gradient, set.multiplyAdd(friction!, velocity!.load(), gradient));
    velocity!.store(gradient);
    place.weights.store(set.multiplyAdd(rate!, gradient, weight));
  },
};

/** v ← μ v + g, w ← w − η (g + μ v). Settings: −η, λ, μ. */
const nesterov: OptimizerKernel = {
  name: 'Nesterov',
  nSlots: 1,
  nSettings: 3,
  update(f, place, gradient, set) {
    const [rate, , friction] = place.settings;
    const [velocity] = place.slots;
    const { v } = f.locals('v128', 'v');
    const weight = withPenalty(f, place, gradient, set);
    f.set(v, set.multiplyAdd(friction!, velocity!.load(), gradient));
    velocity!.store(v);
    f.set(gradient, set.multiplyAdd(friction!, v, gradient));
    place.weights.store(set.multiplyAdd(rate!, gradient, weight));
  },
};

/** v ← v + (1 − β₂)(g² − v), w ← w − η g / (√v + ε). Settings: −η, λ, 1 − β₂, ε. */
const rmsprop: OptimizerKernel = {
  name: 'Rmsprop',
  nSlots: 1,
  nSettings: 4,
  update(f, place, gradient, set) {
    const [rate, , newVariance, epsilon] = place.settings;
    const [variance] = place.slots;
    const { v } = f.locals('v128', 'v');
    const weight = withPenalty(f, place, gradient, set);
    f.set(v, variance!.load());
    f.set(v, set.multiplyAdd(newVariance!, minus(times(gradient, gradient), v), v));
    variance!.store(v);
    f.set(v, plus(squareRoot(v), epsilon!));
    place.weights.store(set.multiplyAdd(rate!, over(gradient, v), weight));
  },
};

/** s ← s + g², w ← w − η g / (√s + ε). Settings: −η, λ, ε. */
const adagrad: OptimizerKernel = {
  name: 'Adagrad',
  nSlots: 1,
  nSettings: 3,
  update(f, place, gradient, set) {
    const [rate, , epsilon] = place.settings;
    const [squares] = place.slots;
    const { s } = f.locals('v128', 's');
    const weight = withPenalty(f, place, gradient, set);
    f.set(s, set.multiplyAdd(gradient, gradient, squares!.load()));
    squares!.store(s);
    f.set(s, plus(squareRoot(s), epsilon!));
    place.weights.store(set.multiplyAdd(rate!, over(gradient, s), weight));
  },
};

/**
 * m ← m + (1 − β₁)(g − m), v ← v + (1 − β₂)(g² − v), w ← s w − η m̂ / (√v̂ + ε), where s shrinks the weights: 1 − η λ
 * for AdamW, whose penalty is 0.
 * Settings: −η / (1 − β₁ᵗ), λ, 1 − β₁, 1 − β₂, 1 / √(1 − β₂ᵗ), ε, s.
 */
const adam: OptimizerKernel = {
  name: 'Adam',
  nSlots: 2,
  nSettings: 7,
  update(f, place, gradient, set) {
    const [rate, , newMean, newVariance, correction, epsilon, shrinking] = place.settings;
    const [mean, variance] = place.slots;
    const { m, v } = f.locals('v128', 'm', 'v');
    const weight = withPenalty(f, place, gradient, set);
    f.set(m, mean!.load());
    f.set(m, set.multiplyAdd(newMean!, minus(gradient, m), m));
    mean!.store(m);
    f.set(v, variance!.load());
    f.set(v, set.multiplyAdd(newVariance!, minus(times(gradient, gradient), v), v));
    variance!.store(v);
    f.set(v, plus(times(squareRoot(v), correction!), epsilon!));
    place.weights.store(set.multiplyAdd(rate!, over(m, v), times(weight, shrinking!)));
  },
};

export const optimizerKernels = [store, sgd, momentum, nesterov, rmsprop, adagrad, adam];

/** What a function needs to know to update weights; the slots lie at a distance from the weights that is the same for all. */
export const optimizerParameters = ['settings', 'slot0', 'slot1'] as const;
type OptimizerParameters = Record<(typeof optimizerParameters)[number], Variable>;

/** Finds the weights of an address, and their slots, for one optimizer. */
export function placesAt(
  f: FunctionBuilder,
  { nSlots, nSettings }: OptimizerKernel,
  { settings: source, slot0, slot1 }: OptimizerParameters,
  weights: Variable,
) {
  const slots = [slot0, slot1].slice(0, nSlots).map(distance => ({ distance, address: f.address('slot') }));
  const cell = (address: Variable, offset: number): Cell => ({
    load: () => load(address, offset),
    store: value => f.store(address, offset, value),
  });
  const settings = f.vectors('setting', nSettings);
  return {
    loadSettings: () => {
      for (const [i, setting] of settings.entries()) f.set(setting, loadSplat(source, floatBytes * i));
    },
    /** After the weights' address has changed. */
    follow: () => {
      for (const { distance, address } of slots) f.set(address, add(weights, distance));
    },
    at: (offset: number): Place => ({
      weights: cell(weights, offset),
      slots: slots.map(({ address }) => cell(address, offset)),
      settings,
    }),
  };
}
