import type { Cell } from '../../src/protocol';
import { formatDeviation, missing } from '../format';
import { plural } from '../runText';

const nShown = 3;

/** The row's values; those furthest from their mean come first, the others unfold. */
export function Cells({ cells }: { readonly cells: readonly Cell[] }) {
  const rest = cells.slice(nShown);
  return (
    <div class="cells">
      <CellTable cells={cells.slice(0, nShown)} />
      {rest.length > 0 && (
        <details>
          <summary>{plural(rest.length, 'more feature')}</summary>
          <CellTable cells={rest} />
        </details>
      )}
    </div>
  );
}

function CellTable({ cells }: { readonly cells: readonly Cell[] }) {
  return (
    <table>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">feature</th>
          <th scope="col">value</th>
          <th scope="col">standard deviations from the mean</th>
        </tr>
      </thead>
      <tbody>
        {cells.map(({ name, text, deviation }) => (
          <tr key={name}>
            <th scope="row" title={name}>
              {name}
            </th>
            <td title={text === '' ? 'missing in the data' : text}>{text === '' ? missing : text}</td>
            <td class="muted" title="standard deviations from the mean of the training part">
              {deviation !== null && `z ${formatDeviation(deviation)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
