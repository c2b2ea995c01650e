import { useMemo, useState } from 'preact/hooks';
import type { LayerList, LayerSummary } from '../../../src/protocol';
import { formatCount, formatShort, formatSigned } from '../../format';
import { useChoice, useHeldUnderPointer, useWidth } from '../../hooks';
import { t } from '../../l10n';
import { isLive } from '../../runText';
import { useExplorer } from '../context';
import { type Cell, cellForKey } from '../grid';
import {
  histogramsOf,
  nBins,
  outline,
  peak,
  type RidgeKind,
  type RidgeSet,
  ridgeAt,
  ridgeKinds,
  ridgesOf,
  spacingOf,
  spread,
} from './ridges';
import { RidgeTable } from './ridgeTable';
import { Choices } from './toolbar';

const maxRidges = 40;
const axisHeight = 18;
/** For the numbers of the epochs. */
const margin = 44;

const titles: Readonly<Record<RidgeKind, () => string>> = {
  weight: () => t('Weights'),
  gradient: () => t('Gradients'),
  activation: () => t('Activations'),
};

interface RidgesProps {
  readonly list: LayerList;
  readonly layer: LayerSummary;
}

/** How the values of a layer were spread in each recorded epoch, the newest in front. */
export function Ridges({ list: { layers }, layer }: RidgesProps) {
  const { view, run } = useExplorer();
  const [kind, setKind] = useChoice<RidgeKind>('ridges', 'weight');
  const [epochs, handlers] = useHeldUnderPointer(view.epochs, isLive(run.status), run.folder);
  const fromEnd = layers.length - layers.indexOf(layer);
  const all = useMemo(() => histogramsOf(epochs ?? [], fromEnd, kind), [epochs, fromEnd, kind]);
  const set = useMemo(() => ridgesOf(spread(all, maxRidges)), [all]);
  return (
    <figure class="ridges">
      <Choices
        label={t('What is counted')}
        options={ridgeKinds.map(value => ({ value, title: titles[value]() }))}
        value={kind}
        onChange={setKind}
      />
      {set ? (
        <>
          <figcaption class="muted">
            {set.ridges.length < all.length
              ? t('{0} of {1} recorded epochs', set.ridges.length, formatCount(all.length))
              : t('{0} recorded epochs', set.ridges.length)}
            {' · '}
            {t('the newest in front, each as high as its own largest bin')}
          </figcaption>
          <div {...handlers}>
            <RidgePicture key={kind} set={set} name={`${titles[kind]()}, ${layer.name}`} />
          </div>
          <RidgeTable set={set} name={`${titles[kind]()}, ${layer.name}`} />
        </>
      ) : (
        <p class="muted">{t('They were not recorded in this run. A new run may have them.')}</p>
      )}
    </figure>
  );
}

/** A ridge is a row and a bin a column. */
function RidgePicture({ set, name }: { readonly set: RidgeSet; readonly name: string }) {
  const { ridges, min, max } = set;
  const [frame, fullWidth] = useWidth<HTMLDivElement>();
  const [cell, setCell] = useState<Cell | null>(null);
  const width = Math.max(1, Math.min(720, fullWidth) - margin);
  const spacing = spacingOf(ridges.length);
  const height = peak + (ridges.length - 1) * spacing;
  const zero = min < 0 && max > 0 ? (-min / (max - min)) * width : null;
  const shape = { rows: ridges.length, columns: nBins };
  const baseline = (i: number) => peak + i * spacing;
  const everyNth = Math.ceil(14 / spacing);
  const point = ({ offsetX, offsetY }: PointerEvent) =>
    setCell({
      row: ridgeAt(offsetY, ridges.length),
      column: Math.min(nBins - 1, Math.max(0, Math.floor((offsetX / width) * nBins))),
    });
  const walk = (event: KeyboardEvent) => {
    const next = cellForKey(event.key, cell ?? { row: ridges.length - 1, column: nBins / 2 }, shape);
    if (!next) return;
    event.preventDefault();
    setCell(next);
  };
  return (
    <div ref={frame}>
      <output class="readout">{cell && cellText(set, cell)}</output>
      <svg
        width={width + margin}
        height={height + axisHeight}
        role="img"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk over it
        tabIndex={0}
        aria-label={t(
          '{0}: histograms of the epochs {1} to {2}, from {3} to {4}; arrow keys walk over them',
          ...[name, ridges[0]!.epoch, ridges.at(-1)!.epoch, formatSigned(min), formatSigned(max)],
        )}
        onPointerMove={point}
        onPointerLeave={() => setCell(null)}
        onBlur={() => setCell(null)}
        onKeyDown={walk}
      >
        {zero !== null && <line class="zero" x1={zero} x2={zero} y1="0" y2={height} />}
        {ridges.map(({ epoch, counts }, i) => (
          <g key={epoch} transform={`translate(0 ${baseline(i)})`}>
            <path class={cell?.row === i ? 'ridge pointed' : 'ridge'} d={outline(counts, width)} />
            {(ridges.length - 1 - i) % everyNth === 0 && (
              <text x={width + 6} y="3">
                {formatCount(epoch)}
              </text>
            )}
          </g>
        ))}
        {cell && (
          <line
            class="pointer"
            x1={((cell.column + 0.5) / nBins) * width}
            x2={((cell.column + 0.5) / nBins) * width}
            y1={baseline(cell.row) - peak}
            y2={baseline(cell.row)}
          />
        )}
        <text x="0" y={height + 14}>
          {formatShort(min).replace('-', '−')}
        </text>
        {zero !== null && zero > 48 && zero < width - 48 && (
          <text x={zero} y={height + 14} text-anchor="middle">
            0
          </text>
        )}
        <text x={width} y={height + 14} text-anchor="end">
          {formatShort(max).replace('-', '−')}
        </text>
      </svg>
    </div>
  );
}

/** 'epoch 12 · −0.10 to −0.05: about 34 of 4 096' */
export function cellText({ min, max, ridges }: RidgeSet, { row, column }: Cell): string {
  const ridge = ridges[row];
  if (!ridge) return '';
  const edge = (bin: number) => formatSigned(min + ((max - min) * bin) / nBins);
  const total = ridge.counts.reduce((sum, count) => sum + count, 0);
  return t(
    'epoch {0} · {1} to {2}: about {3} of {4}',
    ...[formatCount(ridge.epoch), edge(column), edge(column + 1)],
    ...[formatCount(ridge.counts[column]), formatCount(total)],
  );
}
