/** f(z) and f′(z), with a name or a number in the place of z and of a. */
interface ActivationFormula {
  readonly value: (z: string) => string;
  readonly derivative: (z: string, a: string) => string;
}

const formulas: Readonly<Record<string, ActivationFormula>> = {
  relu: { value: z => `max(0, ${z})`, derivative: z => `1 (${z} > 0), 0 (${z} ≤ 0)` },
  leaky_relu: { value: z => `max(${z}, 0.01 · ${z})`, derivative: z => `1 (${z} > 0), 0.01 (${z} ≤ 0)` },
  elu: {
    value: z => `${z} (${z} > 0), e^{${z}} − 1 (${z} ≤ 0)`,
    derivative: (z, a) => `1 (${z} > 0), ${a} + 1 (${z} ≤ 0)`,
  },
  gelu: { value: z => `${z} · Φ(${z})`, derivative: z => `Φ(${z}) + ${z} · φ(${z})` },
  softplus: { value: z => `ln(1 + e^{${z}})`, derivative: z => `1 / (1 + e^{−${z}})` },
  tanh: { value: z => `tanh(${z})`, derivative: (_, a) => `1 − ${a}^2` },
  sigmoid: { value: z => `1 / (1 + e^{−${z}})`, derivative: (_, a) => `${a} · (1 − ${a})` },
  linear: { value: z => z, derivative: () => '1' },
};

/** An activation that is newer than this list is shown by its name. */
export const formulaOf = (name: string): ActivationFormula =>
  formulas[name] ?? { value: z => `f(${z})`, derivative: z => `f′(${z})` };
