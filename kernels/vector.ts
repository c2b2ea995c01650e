import { binary, type Expression, instruction, unary } from './wat';

/** Vectors of four float32. */
export const lanes = 4;
export const vectorBytes = 16;
export const floatBytes = 4;

export const load = (address: Expression, offset = 0) => instruction(`v128.load offset=${offset}`, address);
/** Two float32 of each address, of one or two; 0 where there is none. */
export const loadHalves = ([low, high]: readonly Expression[]) => {
  const half = instruction('v128.load64_zero', low!);
  return high ? instruction('v128.load64_lane 1', high, half) : half;
};
/** One float32 of the memory in all lanes. */
export const loadSplat = (address: Expression, offset = 0) =>
  instruction(`v128.load32_splat offset=${offset}`, address);
/** One float32 in all lanes. */
export const splat = unary('f32x4.splat');
export const constant = (value: number) =>
  instruction(`v128.const f32x4${` ${value === Number.NEGATIVE_INFINITY ? '-inf' : value}`.repeat(lanes)}`);
export const integerConstant = (value: number) => instruction(`v128.const i32x4${` ${value}`.repeat(lanes)}`);

/** 0, 1, 2, 3 as integers. */
export const laneNumbers = instruction('v128.const i32x4 0 1 2 3');

export const plus = binary('f32x4.add');
export const minus = binary('f32x4.sub');
export const times = binary('f32x4.mul');
export const over = binary('f32x4.div');
export const squareRoot = unary('f32x4.sqrt');
/** a < b ? b : a, so NaN where a is NaN; one instruction on x86, which a maximum that knows both NaNs is not. */
export const largerOrFirst = binary('f32x4.pmax');

/** b < a ? b : a, so NaN where a is NaN. */
export const smallerOrFirst = binary('f32x4.pmin');
export const size = unary('f32x4.abs');
const sign = integerConstant(-(2 ** 31));
/** −|a| */
export const negativeSize = (a: Expression) => bitsOr(a, sign);
/** |a| with the sign of b. */
export const withSign = (a: Expression, b: Expression) => choose(sign, b, a);

/** Comparisons give masks: all ones in a lane, or all zeros. */
export const isGreater = binary('f32x4.gt');
export const isLess = binary('f32x4.lt');
export const isEqual = binary('f32x4.eq');
export const isNotEqual = binary('f32x4.ne');
/** Keeps the lanes where the mask is set, and makes the others 0. */
export const keepWhere = binary('v128.and');
/** Lanes of a where the mask is set, of b elsewhere. */
export const choose = (mask: Expression, a: Expression, b: Expression) =>
  instruction('v128.bitselect', a, b, mask);
/** Bit i of the result is set where lane i of the mask is. */
export const bitmask = unary('i32x4.bitmask');

export const isEqualInteger = binary('i32x4.eq');
export const isLessInteger = binary('i32x4.lt_s');
export const splatInteger = unary('i32x4.splat');
export const bitsOr = binary('v128.or');
export const addIntegers = binary('i32x4.add');
export const shiftLeft = binary('i32x4.shl');
export const shiftRight = binary('i32x4.shr_u');
export const fromIntegers = unary('f32x4.convert_i32x4_s');

export const lane = (a: Expression, index: number) => instruction(`f32x4.extract_lane ${index}`, a);

/** Bytes of a by their numbers; 0 for a number beyond. */
export const swizzle = binary('i8x16.swizzle');

/** Four lanes out of the eight of a and b. */
export function shuffle(a: Expression, b: Expression, picked: readonly [number, number, number, number]) {
  const bytes = picked.flatMap(each => [0, 1, 2, 3].map(byte => each * floatBytes + byte));
  return instruction(`i8x16.shuffle ${bytes.join(' ')}`, a, b);
}

/** The sixteen bytes of a vector, in four vectors of integers. */
export const integersOfBytes = (bytes: Expression): Expression[] =>
  ['low', 'high'].flatMap(half => {
    const shorts = instruction(`i16x8.extend_${half}_i8x16_u`, bytes);
    return ['low', 'high'].map(each => instruction(`i32x4.extend_${each}_i16x8_u`, shorts));
  });
/** The first two lanes in float64. */
export const lowerDoubles = unary('f64x2.promote_low_f32x4');
export const plusDoubles = binary('f64x2.add');
export const timesDoubles = binary('f64x2.mul');
export const doubleLane = (a: Expression, index: number) => instruction(`f64x2.extract_lane ${index}`, a);
