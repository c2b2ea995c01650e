import type { Split } from '../../../src/protocol';
import { useAnswer } from '../../answers';
import { formatLoss, formatPercent } from '../../format';
import { t } from '../../l10n';
import { ExplorerProvider, useExplorer } from '../context';
import { splitText } from '../splitText';

/** How good the model is; with weights changed by hand, below how good it was without. */
export function Scores() {
  const explorer = useExplorer();
  const { run, focus } = explorer;
  const isEdited = focus.edits.length > 0;
  const asTrained = { ...explorer, at: { ...explorer.at, edits: [] } };
  const splits = run.nValidation > 0 ? (['train', 'validation'] as const) : (['train'] as const);
  const isClass = run.task === 'classification';
  return (
    <table class="scores">
      <thead>
        <tr>
          <td />
          {splits.map(split => (
            <th key={split} scope="colgroup" colSpan={isClass ? 2 : 1}>
              {splitText(split)}
            </th>
          ))}
        </tr>
        <tr>
          <td />
          {splits.map(split => [
            <th key={`${split} loss`} scope="col">
              {t('loss')}
            </th>,
            isClass && (
              <th key={`${split} accuracy`} scope="col">
                {t('accuracy')}
              </th>
            ),
          ])}
        </tr>
      </thead>
      <tbody>
        <ExplorerProvider value={asTrained}>
          <ScoreRow name={t('as trained')} splits={splits} />
        </ExplorerProvider>
        {isEdited ? <ScoreRow name={t('by hand')} splits={splits} /> : <EmptyRow />}
      </tbody>
    </table>
  );
}

interface ScoreRowProps {
  readonly name: string;
  readonly splits: readonly Split[];
}

function ScoreRow({ name, splits }: ScoreRowProps) {
  const { run } = useExplorer();
  const { value } = useAnswer('score', null);
  return (
    <tr data-score={name}>
      <th scope="row">{name}</th>
      {splits.map(split => {
        const part = value?.parts.find(other => other.split === split);
        return [
          <td key={`${split} loss`}>{formatLoss(part?.loss)}</td>,
          run.task === 'classification' && <td key={`${split} accuracy`}>{formatPercent(part?.accuracy)}</td>,
        ];
      })}
    </tr>
  );
}

/** Room for the second row, so that nothing moves when it comes. */
const EmptyRow = () => (
  <tr>
    <td>{'\u00a0'}</td>
  </tr>
);
