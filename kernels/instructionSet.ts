import { type Expression, instruction } from './wat';

/** What differs between the two builds of the kernels. */
export interface InstructionSet {
  readonly name: 'relaxed' | 'simd';
  /** a · b + c for vectors. */
  readonly multiplyAdd: (a: Expression, b: Expression, c: Expression) => Expression;
  /** Rows of a tile with eight columns: as many as leave every accumulator in one of V8's 15 registers. */
  readonly tileRows: number;
}

/** a · b + c is rounded once, in one instruction: 12 accumulators, 2 columns and 1 value make 15. */
export const relaxed: InstructionSet = {
  name: 'relaxed',
  multiplyAdd: (a, b, c) => instruction('f32x4.relaxed_madd', a, b, c),
  tileRows: 6,
};

/** The product needs a register of its own: 10 accumulators, 2 columns, 1 value and 1 product make 14. */
export const simd: InstructionSet = {
  name: 'simd',
  multiplyAdd: (a, b, c) => instruction('f32x4.add', c, instruction('f32x4.mul', a, b)),
  tileRows: 5,
};

export const instructionSets = { relaxed, simd };
