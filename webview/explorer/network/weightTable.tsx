import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { LayerWeights } from '../../../src/protocol';
import { isSamePlace, type WeightPlace } from '../../focus';
import { t } from '../../l10n';
import { useExplorer } from '../context';
import type { Unit } from './layout';
import { fieldText, isUndo, useEdit } from './useEdit';
import { placeName, unitName, weightAt } from './weightWords';

interface WeightTableProps {
  readonly layers: readonly LayerWeights[];
  readonly unit: Unit;
  readonly table: RefObject<HTMLTableElement | null>;
  /** Back to the unit. */
  readonly onLeave: () => void;
}

/** The weights that lead to a unit, to be read and changed by keyboard. */
export function WeightTable({ layers, unit, table, onLeave }: WeightTableProps) {
  const layer = unit.column - 1;
  const { inputNames } = layers[Math.max(0, layer)]!;
  if (unit.column === 0)
    return (
      <p class="muted">
        {t('{0} has no weights of its own. Choose a unit to its right.', unitName(layers, unit))}
      </p>
    );
  const places: WeightPlace[] = [
    { layer, input: null, output: unit.unit },
    ...inputNames.map((_, input) => ({ layer, input, output: unit.unit })),
  ];
  return (
    <table class="weight-table" ref={table}>
      <caption>{t('Weights of {0}', unitName(layers, unit))}</caption>
      <tbody>
        {places.map(place => (
          <tr key={JSON.stringify(place)}>
            <th scope="row">{place.input === null ? t('bias') : inputNames[place.input]}</th>
            <td>
              <WeightField layers={layers} place={place} onLeave={onLeave} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface WeightFieldProps {
  readonly layers: readonly LayerWeights[];
  readonly place: WeightPlace;
  readonly onLeave: () => void;
}

function WeightField({ layers, place, onLeave }: WeightFieldProps) {
  const { focus } = useExplorer();
  const edit = useEdit(place);
  // What stands in the field does not change under the hands of a person, also while the run goes on.
  const [draft, setDraft] = useState<string | null>(null);
  const value = fieldText(weightAt(layers, place));
  const isChanged = focus.edits.some(other => isSamePlace(other, place));
  return (
    <>
      <input
        type="number"
        step={0.1}
        aria-label={placeName(layers, place)}
        value={draft ?? value}
        onFocus={event => {
          setDraft(value);
          event.currentTarget.select();
        }}
        onInput={({ currentTarget }) => {
          setDraft(currentTarget.value);
          if (currentTarget.value !== '') edit.change(currentTarget.valueAsNumber);
        }}
        onBlur={() => {
          setDraft(null);
          edit.settle();
        }}
        onKeyDown={event => {
          if (event.key === 'Escape') {
            edit.takeBack();
            onLeave();
          } else if (event.key === 'Enter') edit.settle();
          else if (isUndo(event)) {
            edit.settle();
            setDraft(null);
          }
        }}
      />
      {isChanged && <span class="weight-changed muted">{t('changed')}</span>}
    </>
  );
}
