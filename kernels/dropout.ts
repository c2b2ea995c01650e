import { along } from './along';
import { FunctionBuilder } from './functionBuilder';
import { floatBytes, load, times, vectorBytes } from './vector';
import { add, f32, i32, type Variable } from './wat';

/** The generator of the engine, sfc32, whose four words are in memory before and after. */
function generator(f: FunctionBuilder, state: Variable) {
  const { a, b, c, counter, drawn } = f.locals('i32', 'a', 'b', 'c', 'counter', 'drawn');
  const words = [a, b, c, counter];
  return {
    drawn,
    load: () => {
      for (const [i, word] of words.entries()) f.set(word, i32.load(state, floatBytes * i));
    },
    draw: () => {
      f.set(drawn, add(add(a, b), counter));
      f.set(a, i32.xor(b, i32.shiftRight(b, 9)));
      f.set(b, add(c, i32.shiftLeft(c, 3)));
      f.set(c, add(i32.rotateLeft(c, 21), drawn));
      f.set(counter, add(counter, 1));
    },
    store: () => {
      for (const [i, word] of words.entries()) f.do(i32.store(add(state, floatBytes * i), word));
    },
  };
}

/**
 * Writes to `dropped` what is left of A, and to `scales` by what it was multiplied, row by row. One draw a value; what
 * is drawn below `threshold` becomes 0, all else is multiplied by the number with the bits `kept`.
 */
export function dropOut(): FunctionBuilder {
  const f = new FunctionBuilder('dropOut', true);
  const p = f.parameters(
    ...(['state', 'threshold', 'kept', 'a', 'dropped', 'scales', 'stride', 'nUnits', 'nRows'] as const),
  );
  const { a, dropped, scales } = p;
  const { scale } = f.locals('i32', 'scale');
  const random = generator(f, p.state);
  random.load();
  f.repeat(p.nRows, () => {
    along(f, p.nUnits, floatBytes, { a, dropped, scales }, unit => {
      random.draw();
      // All bits are 1 or all are 0: to go either way at random would take longer.
      const mask = i32.subtract(0, i32.atLeastUnsigned(random.drawn, p.threshold));
      f.set(scale, i32.and(p.kept, mask));
      f.do(i32.store(unit.scales, scale));
      f.do(f32.store(unit.dropped, f32.times(f32.load(unit.a), f32.fromBits(scale))));
    });
    for (const array of [a, dropped, scales]) f.advance(array, p.stride);
  });
  random.store();
  return f;
}

/** dA ← dA ⊙ scales, for `nVectors` times four numbers that lie together. */
export function dropOutBackward(): FunctionBuilder {
  const f = new FunctionBuilder('dropOutBackward', true);
  const p = f.parameters('d', 'scales', 'nVectors');
  f.repeat(p.nVectors, () => {
    f.store(p.d, 0, times(load(p.d), load(p.scales)));
    for (const array of [p.d, p.scales]) f.advance(array, vectorBytes);
  });
  return f;
}
