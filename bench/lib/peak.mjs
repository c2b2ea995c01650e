// What the processor can do at most: multiply-adds of 128 bits that wait for nothing but a free unit.

/** More than the units times their latency, and few enough for the registers. */
const nSums = 12;

/** Floating-point operations of one turn of the loop. */
export const flopsPerTurn = nSums * 4 * 2;

const sums = Array.from({ length: nSums }, (_, i) => `$sum${i}`);
const splat = value => `(f32x4.splat (f32.const ${value}))`;
const multiplyAdd = sum => `(f32x4.relaxed_madd (local.get $a) (local.get $b) (local.get ${sum}))`;
const total = sums.map(sum => `(local.get ${sum})`).reduce((a, b) => `(f32x4.add ${a} ${b})`);

/** A module with `run(turns)`: independent sums in registers, nothing from memory. */
export const peakModule = `(module (func (export "run") (param $turns i32) (result f32)
  (local $a v128) (local $b v128) ${sums.map(sum => `(local ${sum} v128)`).join(' ')}
  (local.set $a ${splat('1e-3')})
  (local.set $b ${splat('1e-3')})
  (loop $again
    ${sums.map(sum => `(local.set ${sum} ${multiplyAdd(sum)})`).join('\n    ')}
    (local.set $turns (i32.sub (local.get $turns) (i32.const 1)))
    (br_if $again (local.get $turns)))
  (f32x4.extract_lane 0 ${total})))`;
