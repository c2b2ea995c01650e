import { useCallback, useMemo, useState } from 'preact/hooks';
import type { DataMap, Predictions } from '../../../src/protocol';
import { formatCount } from '../../format';
import { t } from '../../l10n';
import { unitAxis } from '../axes';
import { inRectangle, type Rectangle } from '../brush';
import { useExplorer } from '../context';
import { Scatter } from '../scatter';
import { HardestTable } from './hardestTable';
import {
  ambiguousFrom,
  easyFrom,
  inRegion,
  maxVariability,
  rectangleText,
  regionMeanings,
  regionNames,
  regions,
} from './regions';
import { useBrushedSamples } from './selection';
import { pointText } from './words';

interface MapChartProps {
  readonly map: DataMap;
  /** Null until they are known: which samples are predicted right, and where they stand in the data. */
  readonly predictions: Predictions | null;
}

export function MapChart({ map, predictions }: MapChartProps) {
  const { classNames } = useExplorer().run;
  const { focus } = useExplorer();
  const { chosen, choose } = useBrushedSamples(map);
  const [pointed, setPointed] = useState<number | null>(null);
  const [rectangle, setRectangle] = useState<Rectangle | null>(null);
  const { confidence, variability, indices } = map;
  const outcome = predictions?.outcome.kind === 'class' ? predictions.outcome : null;
  const isWrong = useCallback(
    (i: number) => outcome?.trueClass[map.indices[i]!] !== outcome?.predictedClass[map.indices[i]!],
    [map, outcome],
  );
  const chosenIndices = useMemo(() => chosen && new Set(chosen.indices), [chosen]);
  const isChosen = useCallback(
    (i: number) => chosenIndices?.has(map.indices[i]!) ?? true,
    [map, chosenIndices],
  );
  const inRegions = useMemo(() => regions.map(region => ({ region, found: inRegion(map, region) })), [map]);
  const ringed = focus.split === 'validation' && focus.sample !== null ? indices.indexOf(focus.sample) : -1;
  const x = useMemo(
    () => ({ title: t('variability'), min: 0, max: maxVariability, ticks, values: variability }),
    [map],
  );
  const y = useMemo(() => ({ ...unitAxis(t('confidence')), values: confidence }), [map]);
  const brush = (next: Rectangle | null) => {
    setRectangle(next);
    choose(next && { places: inRectangle(variability, confidence, next), words: rectangleText(next) });
  };
  const regionsText = inRegions
    .map(({ region, found }) => `${regionNames[region]()} ${formatCount(found.length)}`)
    .join(', ');
  return (
    <>
      <ul class="regions" aria-label={t('Regions')}>
        {inRegions.map(({ region, found }) => (
          <li key={region}>
            <button
              type="button"
              class="toggle"
              data-region={region}
              title={regionMeanings[region]()}
              aria-pressed={chosen?.words === regionNames[region]()}
              onClick={() => choose({ places: found, words: regionNames[region]() })}
            >
              {regionNames[region]()} <span class="strong">{formatCount(found.length)}</span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" class="link" disabled={!chosen} onClick={() => choose(null)}>
            {t('Clear the selection')}
          </button>
        </li>
      </ul>
      <p class="muted map-legend">
        <span class="right-mark">{t('predicted right')}</span>
        <span class="wrong-mark">{t('predicted wrong')}</span>
        <span>
          {t('Drag to select samples; the arrow keys move a selection, with Shift they resize it.')}
        </span>
      </p>
      <output class="readout">
        {pointed === null
          ? chosen && t('{0} samples selected: {1}', formatCount(chosen.indices.length), chosen.words)
          : pointText(map, pointed, predictions, classNames)}
      </output>
      <Scatter
        {...{ x, y, isWrong, isChosen }}
        ringed={ringed < 0 ? null : ringed}
        maxWidth={720}
        heightOf={width => Math.min(420, Math.round(0.66 * width) + 40)}
        brushed={rectangle && chosen?.words === rectangleText(rectangle) ? rectangle : null}
        description={t(
          'Data map of {0} validation samples: {1}. The arrow keys move a selection, with Shift they resize it, Escape clears it.',
          formatCount(map.indices.length),
          regionsText,
        )}
        onPoint={setPointed}
        onBrush={brush}
        onChoose={i => choose({ places: [i], words: pointText(map, i, predictions, classNames) })}
      >
        {plot => <Regions {...plot} />}
      </Scatter>
      <HardestTable map={map} predictions={predictions} />
    </>
  );
}

const ticks = [0, 0.1, 0.2, 0.3, 0.4, 0.5];

function Regions({ width, height }: { readonly width: number; readonly height: number }) {
  const x = (ambiguousFrom / maxVariability) * width;
  const y = (1 - easyFrom) * height;
  return (
    <>
      <path class="ideal" d={`M${x} 0V${height}M0 ${y}H${x}`} />
      <text x={6} y={y - 6}>
        {regionNames.easy()}
      </text>
      <text x={6} y={y + 14}>
        {regionNames.hard()}
      </text>
      <text x={width - 6} y={14} text-anchor="end">
        {regionNames.ambiguous()}
      </text>
    </>
  );
}
