import { useAnswer } from '../../answers';
import { formatLoss, formatPercent } from '../../format';
import { t } from '../../l10n';
import { ExplorerProvider, useExplorer } from '../context';
import { splitName } from './planeText';

/** How good the model is; with weights changed by hand, beside how good it was without. */
export function Scores() {
  const explorer = useExplorer();
  const isEdited = explorer.focus.edits.length > 0;
  const trained = { ...explorer, at: { ...explorer.at, edits: [] } };
  return (
    <div class="scores">
      <ScoreTable name={isEdited ? t('changed by hand') : t('as trained')} testId="score" />
      {isEdited && (
        <ExplorerProvider value={trained}>
          <ScoreTable name={t('as trained')} testId="score-as-trained" />
        </ExplorerProvider>
      )}
    </div>
  );
}

function ScoreTable({ name, testId }: { readonly name: string; readonly testId: string }) {
  const { run } = useExplorer();
  const { value } = useAnswer('score', null);
  const splits = run.nValidation > 0 ? (['train', 'validation'] as const) : (['train'] as const);
  const isClass = run.task === 'classification';
  return (
    <table data-testid={testId}>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{t('loss')}</th>
          {isClass && <th scope="col">{t('accuracy')}</th>}
        </tr>
      </thead>
      <tbody>
        {splits.map(split => {
          const part = value?.parts.find(other => other.split === split);
          return (
            <tr key={split}>
              <th scope="row">{splitName(split)}</th>
              <td>{formatLoss(part?.loss)}</td>
              {isClass && <td>{formatPercent(part?.accuracy)}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
