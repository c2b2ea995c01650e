import type { NearestOfClass, NearestSample } from '../../../src/protocol';
import { formatLoss, formatValue, missing } from '../../format';
import { t } from '../../l10n';
import { useExplorer } from '../context';
import { LineLink } from '../lineLink';
import { Picture } from '../picture';

/** Which samples of the training part are most like the inputs: what the model has learned from nearby. */
export function NearestSamples({ neighbours }: { readonly neighbours: readonly NearestOfClass[] }) {
  const { run } = useExplorer();
  if (neighbours.length === 0) return null;
  return (
    <section class="try-nearest" aria-label={t('Nearest training samples')}>
      <h2 title={t('by the distance of their inputs as the model gets them: scaled, each category 0 or 1')}>
        {t('Nearest training samples')}
      </h2>
      <table class="try-near">
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{run.task === 'classification' ? t('class') : t('value')}</th>
            <th scope="col">{t('samples')}</th>
          </tr>
        </thead>
        <tbody>
          {neighbours.flatMap(({ classIndex, samples }) =>
            classIndex === null
              ? samples.map(sample => (
                  <Row key={sample.index} name={formatValue(sample.value)} samples={[sample]} />
                ))
              : [<Row key={classIndex} name={run.classNames[classIndex] ?? ''} samples={samples} />],
          )}
        </tbody>
      </table>
    </section>
  );
}

function Row({ name, samples }: { readonly name: string; readonly samples: readonly NearestSample[] }) {
  return (
    <tr data-near={name}>
      <th scope="row" title={name}>
        {name}
      </th>
      <td>
        <div class={samples[0]?.picture ? 'try-pictures' : 'try-rows'}>
          {samples.map(sample => (
            <NearSample key={sample.index} sample={sample} />
          ))}
        </div>
      </td>
    </tr>
  );
}

function NearSample({ sample }: { readonly sample: NearestSample }) {
  const { index, line, distance, picture, differences } = sample;
  const name = line === null ? t('sample {0}', index) : t('line {0}', line);
  return (
    <div title={t('{0}, distance {1}', name, formatLoss(distance))}>
      {picture && <Picture picture={picture} row={index} />}
      <LineLink split="train" line={line} row={index} />
      <span class="muted">{formatLoss(distance)}</span>
      {!picture && (
        <span>
          {differences.length === 0
            ? t('just the same')
            : differences.map(({ name, text }) => `${name} ${shortened(text)}`).join(' · ')}
        </span>
      )}
    </div>
  );
}

function shortened(text: string): string {
  if (text === '') return missing;
  return Number.isNaN(Number(text)) ? text : formatValue(Number(text));
}
