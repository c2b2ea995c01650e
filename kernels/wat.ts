export type ValueType = 'i32' | 'f32' | 'f64' | 'v128';

/** A parameter or local of the function under construction; as text, its value. */
export class Variable {
  constructor(
    readonly name: string,
    readonly type: ValueType,
  ) {}
  toString() {
    return `(local.get $${this.name})`;
  }
}

/** An instruction with its operands, in the folded form of the text format. */
export class Instruction {
  readonly #text: string;
  constructor(name: string, operands: readonly Expression[]) {
    this.#text = `(${[name, ...operands.map(textOf)].join(' ')})`;
  }
  toString() {
    return this.#text;
  }
}

/** A number stands for an i32 constant. */
export type Expression = Variable | Instruction | number;

export const textOf = (operand: Expression) =>
  typeof operand === 'number' ? `(i32.const ${operand})` : String(operand);

export const instruction = (name: string, ...operands: Expression[]) => new Instruction(name, operands);
export const unary = (name: string) => (a: Expression) => instruction(name, a);
export const binary = (name: string) => (a: Expression, b: Expression) => instruction(name, a, b);

/** Addresses and counts. */
export const i32 = {
  subtract: binary('i32.sub'),
  times: binary('i32.mul'),
  quotient: binary('i32.div_u'),
  remainder: binary('i32.rem_u'),
  shiftLeft: binary('i32.shl'),
  shiftRight: binary('i32.shr_u'),
  rotateLeft: binary('i32.rotl'),
  and: binary('i32.and'),
  or: binary('i32.or'),
  xor: binary('i32.xor'),
  equal: binary('i32.eq'),
  notEqual: binary('i32.ne'),
  atLeast: binary('i32.ge_s'),
  /** 1 or 0. */
  atLeastUnsigned: binary('i32.ge_u'),
  isNegative: (a: Expression) => instruction('i32.lt_s', a, 0),
  trailingZeros: unary('i32.ctz'),
  countBits: unary('i32.popcnt'),
  load: (address: Expression, offset = 0) => instruction(`i32.load offset=${offset}`, address),
  store: binary('i32.store'),
  loadByte: unary('i32.load8_u'),
};
/** Of addresses, the most frequent. */
export const add = binary('i32.add');

export const f32 = {
  one: instruction('f32.const 1'),
  fromInteger: unary('f32.convert_i32_s'),
  /** The number that these bits stand for. */
  fromBits: unary('f32.reinterpret_i32'),
  isNotZero: (a: Expression) => instruction('f32.ne', a, instruction('f32.const 0')),
  subtract: binary('f32.sub'),
  times: binary('f32.mul'),
  over: binary('f32.div'),
  load: unary('f32.load'),
  store: binary('f32.store'),
};

export const f64 = {
  add: binary('f64.add'),
  fromFloat: unary('f64.promote_f32'),
  store: binary('f64.store'),
};
