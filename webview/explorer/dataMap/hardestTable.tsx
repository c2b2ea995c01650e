import type { DataMap, Predictions } from '../../../src/protocol';
import { formatScore, missing } from '../../format';
import { t } from '../../l10n';
import { useExplorer } from '../context';
import { regionNames, regionOf } from './regions';
import { placeText } from './words';

const nShown = 20;

interface HardestTableProps {
  readonly map: DataMap;
  readonly predictions: Predictions | null;
}

/** The lower end of the map as figures: where a wrong label is looked for first. */
export function HardestTable({ map: { indices, confidence, variability }, predictions }: HardestTableProps) {
  const { classNames } = useExplorer().run;
  const hardest = Array.from(indices.keys())
    .filter(i => !Number.isNaN(confidence[i]!))
    .sort((a, b) => confidence[a]! - confidence[b]!)
    .slice(0, nShown);
  const outcome = predictions?.outcome.kind === 'class' ? predictions.outcome : null;
  const nameOf = (classes: Int32Array | undefined, i: number) =>
    classes ? classNames[classes[indices[i]!]!] : missing;
  const titles = [t('sample'), t('true'), t('predicted'), t('confidence'), t('variability'), t('region')];
  return (
    <details>
      <summary>{t('The {0} samples of lowest confidence as a table', hardest.length)}</summary>
      <div class="scroller">
        <table>
          <thead>
            <tr>
              {titles.map(title => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hardest.map(i => (
              <tr key={i}>
                <th scope="row">{placeText(predictions, indices[i]!)}</th>
                <td>{nameOf(outcome?.trueClass, i)}</td>
                <td>{nameOf(outcome?.predictedClass, i)}</td>
                <td>{formatScore(confidence[i])}</td>
                <td>{formatScore(variability[i])}</td>
                <td>{regionNames[regionOf(confidence[i]!, variability[i]!)!]()}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
