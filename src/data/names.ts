import { nearestName } from '../nearest';
import { DataError } from './types';

const nListed = 20;

/** "Did you mean …?" and the names to choose from, as the end of a message. */
export function suggestion(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  return `${nearest === undefined ? '' : ` Did you mean "${nearest}"?`} There are: ${listed(names)}.`;
}

/** The names, or as many as can be read at a glance. */
export function listed(names: readonly string[]): string {
  return names.slice(0, nListed).join(', ') + (names.length > nListed ? ', …' : '');
}

/** The entry of a registry; a name that it does not hold is an error that suggests one. */
export function entryOf<T>(registry: Readonly<Record<string, T>>, name: string, key: `data.${string}`): T {
  if (Object.hasOwn(registry, name)) return registry[name]!;
  throw new DataError(
    'unknown-name',
    key,
    `"${name}" is not known.${suggestion(name, Object.keys(registry))}`,
  );
}
