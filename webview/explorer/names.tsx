import { px } from './grid';

/** A cell smaller than this has no room for a name beside it. */
export const nameSize = 12;

interface NamesProps {
  readonly names: readonly string[];
  /** Side of a cell along the names. */
  readonly size: number;
  readonly isAcross?: boolean;
}

/** The names along one side of a matrix, where they fit. */
export function Names({ names, size, isAcross = false }: NamesProps) {
  const style = isAcross ? { width: px(size) } : { height: px(size), lineHeight: px(size) };
  return (
    <ol class={isAcross ? 'names-across' : 'names-down'} aria-hidden="true">
      {size >= nameSize &&
        names.map(name => (
          <li key={name} style={style} title={name}>
            {name}
          </li>
        ))}
    </ol>
  );
}
