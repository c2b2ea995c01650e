import { useRef, useState } from 'preact/hooks';
import type { RowOrder } from '../../../src/protocol';
import { useAnswer } from '../../answers';
import { useChoice, useHeldUnderPointer, useLast } from '../../hooks';
import { t } from '../../l10n';
import { isLive } from '../../runText';
import { useTheme } from '../../theme';
import { useExplorer } from '../context';
import type { Cell } from '../grid';
import { ScaleBar } from '../scaleBar';
import { Waiting } from '../waiting';
import { Largest } from './largest';
import { Matrix } from './matrix';
import { readable, zoomed } from './matrixLayout';
import { captionOf, cellText } from './matrixText';
import { Tool } from './toolbar';

/** The weight matrix of a layer: inputs down, units across, and what else a unit learns below. */
export function HeatMap({ layer }: { readonly layer: string }) {
  const { run } = useExplorer();
  const theme = useTheme();
  const [order, setOrder] = useChoice<RowOrder>('rowOrder', 'model');
  const [search, setSearch] = useState('');
  const [zoom, setZoom] = useState<number | null>(null);
  const [cell, setCell] = useState<Cell | null>(null);
  const cellWidth = useRef(readable);
  const answer = useAnswer('layer', { layer, order, search });
  const latest = useLast(answer.value);
  const [matrix, handlers] = useHeldUnderPointer(latest, isLive(run.status), `${order} ${search}`);
  if (!matrix || answer.failure) return <Waiting failure={answer.failure} />;
  const step = (direction: 1 | -1) => setZoom(zoomed(cellWidth.current, direction));
  return (
    <figure class="heat-map">
      <figcaption class="muted">{captionOf(matrix)}</figcaption>
      <div class="tools">
        <ScaleBar limit={matrix.limit} colours={theme.weights} />
        <label>
          {t('rows')}{' '}
          <select value={order} onChange={({ currentTarget }) => setOrder(currentTarget.value as RowOrder)}>
            <option value="model">{t('as in the model')}</option>
            <option value="norm">{t('largest first')}</option>
            <option value="name">{t('by name')}</option>
          </select>
        </label>
        <input
          type="search"
          placeholder={t('Find a row')}
          aria-label={t('Find a row by its name')}
          value={search}
          onInput={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        <fieldset class="tools" aria-label={t('Size of the cells')}>
          <Tool label={t('Smaller cells')} onClick={() => step(-1)}>
            −
          </Tool>
          <Tool label={t('Larger cells')} onClick={() => step(1)}>
            +
          </Tool>
          <Tool
            label={t('Fit the columns into the width')}
            pressed={zoom === null}
            onClick={() => setZoom(null)}
          >
            {t('Fit')}
          </Tool>
          <Tool
            label={t('So large that all names can be read')}
            pressed={zoom === readable}
            onClick={() => setZoom(readable)}
          >
            {t('Readable')}
          </Tool>
        </fieldset>
      </div>
      <output class="readout">{cell && cellText(matrix, cell)}</output>
      {matrix.rows.names.length === 0 ? (
        <p>{t('No row is called so.')}</p>
      ) : (
        <div {...handlers}>
          <Matrix
            matrix={matrix}
            zoom={zoom}
            cellWidth={cellWidth}
            onZoom={setZoom}
            cell={cell}
            onCell={setCell}
          />
        </div>
      )}
      <Largest matrix={matrix} />
    </figure>
  );
}
