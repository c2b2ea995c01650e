export interface DifferingKey {
  /** `training.learning_rate` */
  readonly key: string;
  /** One a configuration; undefined where it has no such key. */
  readonly values: readonly unknown[];
}

/** The keys in which resolved configurations differ, in the order in which they first appear. */
export function differingKeys(configurations: readonly Record<string, unknown>[]): DifferingKey[] {
  const flattened = configurations.map(configuration => new Map(flatten(configuration)));
  const keys = new Set(flattened.flatMap(map => [...map.keys()]));
  return [...keys]
    .map(key => ({ key, values: flattened.map(map => map.get(key)) }))
    .filter(({ values }) => new Set(values.map(value => JSON.stringify(value))).size > 1);
}

/** Leaves with their way from the root; a list counts as a leaf. */
function* flatten(value: Record<string, unknown>, prefix = ''): Generator<[string, unknown]> {
  for (const [name, inner] of Object.entries(value)) {
    const isMap = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    if (isMap) yield* flatten(inner as Record<string, unknown>, `${prefix}${name}.`);
    else yield [prefix + name, inner];
  }
}
