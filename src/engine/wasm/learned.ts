import { type Arena, floats, type Region } from './arena';

/** What a layer learns; gain and shift where it is normalised. */
const names = ['weights', 'biases', 'gain', 'shift'] as const;
export type LearnedName = (typeof names)[number];

/** One for each array that a layer learns. */
export type Learned<Each> = Readonly<
  Record<'weights' | 'biases', Each> & Partial<Record<'gain' | 'shift', Each>>
>;

/** The arrays that there are, in order. */
export const listLearned = <Each>(learned: Learned<Each>) =>
  names.flatMap(name => (learned[name] === undefined ? [] : [{ name, value: learned[name] }]));

const mapLearned = <From, To>(learned: Learned<From>, map: (each: From) => To) =>
  Object.fromEntries(listLearned(learned).map(({ name, value }) => [name, map(value)])) as Learned<To>;

/** Room for arrays of the same lengths. */
export const reserveLike = (arena: Arena, learned: Learned<Region>) =>
  mapLearned(learned, ({ length }) => arena.reserve(length));

export const viewsOf = (memory: WebAssembly.Memory, learned: Learned<Region>) =>
  mapLearned(learned, region => floats(memory, region));
