import { useState } from 'preact/hooks';
import type { Projection, ProjectionMethod } from '../../../src/protocol';
import { useAnswer } from '../../answers';
import { formatCount, formatPercent } from '../../format';
import { useChoice, useHeldUnderPointer, useLast } from '../../hooks';
import { t } from '../../l10n';
import { isLive } from '../../runText';
import { useExplorer } from '../context';
import { Waiting } from '../waiting';
import { useAligned } from './aligned';
import { foundNames } from './find';
import { MapCanvas } from './mapCanvas';
import { Neighbours } from './neighbours';
import { Choices } from './toolbar';

/** A table of embeddings as a map, with the rows that are most like a chosen one. */
export function EmbeddingMap({ table }: { readonly table: string }) {
  const { run } = useExplorer();
  const [method, setMethod] = useChoice<ProjectionMethod>('projection', 'pca');
  const [nNeighbors, setNeighbors] = useChoice<number>('umapNeighbours', 15);
  const [seed, setSeed] = useChoice<number>('umapSeed', 0);
  const [search, setSearch] = useState('');
  const [row, choose] = useState<number | null>(null);
  const likeness = useLast(useAnswer('neighbours', row === null ? undefined : { table, row }).value);
  const neighbours = row === null ? null : likeness;
  const answer = useAnswer('projection', { table, method, seed, nNeighbors });
  const latest = useLast(answer.value);
  const [held, handlers] = useHeldUnderPointer(latest, isLive(run.status), `${method} ${seed} ${nNeighbors}`);
  const map = useAligned(held);
  if (!map || answer.failure) return <Waiting failure={answer.failure} />;
  const found = foundNames(map.names, search);
  return (
    <figure class="embedding-map">
      <figcaption class="muted">{captionOf(map)}</figcaption>
      <div class="tools">
        <Choices
          label={t('Method of the map')}
          value={method}
          onChange={setMethod}
          options={[
            { value: 'pca', title: 'PCA' },
            { value: 'umap', title: 'UMAP' },
          ]}
        />
        {method === 'umap' && (
          <>
            <NumberField
              label={t('neighbours')}
              value={nNeighbors}
              min={2}
              max={50}
              onChange={setNeighbors}
            />
            <NumberField label={t('seed')} value={seed} min={0} max={9999} onChange={setSeed} />
          </>
        )}
        <input
          type="search"
          placeholder={t('Find a label')}
          aria-label={t('Find a label; Enter chooses the first')}
          value={search}
          onInput={({ currentTarget }) => setSearch(currentTarget.value)}
          onKeyDown={({ key }) => {
            if (key === 'Enter' && found.length > 0) choose(map.rows[found[0]!]!);
          }}
        />
        {search !== '' && <span role="status">{t('{0} found', formatCount(found.length))}</span>}
      </div>
      <div class="map-and-neighbours" {...handlers}>
        <MapCanvas map={map} name={table} found={found} neighbours={neighbours} row={row} onChoose={choose} />
        <Neighbours list={neighbours} onChoose={choose} />
      </div>
    </figure>
  );
}

/** What lies where. */
export function captionOf({ method, shares, names, nAll }: Projection): string {
  const axes = shares
    ? t('right: {0} of the variance · up: {1}', formatPercent(shares[0]), formatPercent(shares[1]))
    : t('near is alike; axes and far distances mean nothing');
  const cut = t('the {0} longest of {1} rows', formatCount(names.length), formatCount(nAll));
  return [method === 'pca' ? 'PCA' : 'UMAP', axes, ...(names.length < nAll ? [cut] : [])].join(' · ');
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

function NumberField({ label, value, min, max, onChange }: NumberFieldProps) {
  return (
    <label>
      {label}{' '}
      <input
        type="number"
        {...{ value, min, max }}
        onChange={({ currentTarget: { valueAsNumber } }) => {
          if (Number.isInteger(valueAsNumber)) onChange(Math.min(max, Math.max(min, valueAsNumber)));
        }}
      />
    </label>
  );
}
