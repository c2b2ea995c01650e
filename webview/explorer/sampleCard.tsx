import type { ClassPrediction, Sample, ValuePrediction } from '../../src/protocol';
import { formatLoss, formatPercent, formatValue } from '../format';
import { post } from '../host';
import { Cells } from './cells';
import { useExplorer } from './context';
import { Picture } from './picture';
import { Probabilities } from './probabilities';

export function SampleCard({ sample }: { readonly sample: Sample }) {
  const { run } = useExplorer();
  const { prediction, picture } = sample;
  return (
    <li class="card" data-sample={sample.row}>
      {picture && <Picture picture={picture} row={sample.row} />}
      <div class="card-text">
        {prediction.kind === 'class' ? (
          <ClassFacts prediction={prediction} loss={sample.loss} />
        ) : (
          <ValueFacts prediction={prediction} loss={sample.loss} />
        )}
        {prediction.kind === 'class' && <Probabilities prediction={prediction} classNames={run.classNames} />}
        {!picture && <Cells cells={sample.cells} />}
        <RowLink sample={sample} />
      </div>
    </li>
  );
}

function ClassFacts({ prediction, loss }: { readonly prediction: ClassPrediction; readonly loss: number }) {
  return (
    <>
      <dl class="facts">
        <Fact term="true" value={prediction.trueClass} isStrong />
        <Fact term="predicted" value={prediction.predictedClass} isStrong />
        <Fact term="loss" value={formatLoss(loss)} />
      </dl>
      <dl class="facts">
        <Fact term="p(true)" value={formatPercent(prediction.probabilityOfTrue)} />
        <Fact term="p(predicted)" value={formatPercent(prediction.probabilityOfPredicted)} />
      </dl>
    </>
  );
}

function ValueFacts({ prediction, loss }: { readonly prediction: ValuePrediction; readonly loss: number }) {
  return (
    <dl class="facts">
      <Fact term="true" value={formatValue(prediction.trueValue)} isStrong />
      <Fact term="predicted" value={formatValue(prediction.predictedValue)} isStrong />
      <Fact term="off by" value={formatValue(prediction.predictedValue - prediction.trueValue)} />
      <Fact term="loss" value={formatLoss(loss)} title="of the target scaled to deviation 1" />
    </dl>
  );
}

interface FactProps {
  readonly term: string;
  readonly value: string;
  readonly title?: string;
  readonly isStrong?: boolean;
}

function Fact({ term, value, title, isStrong = false }: FactProps) {
  return (
    <div title={title ?? value}>
      <dt>{term}</dt>
      <dd class={isStrong ? 'strong' : undefined}>{value}</dd>
    </div>
  );
}

/** Leads to the sample's line in the data, where it has one. */
function RowLink({ sample: { row, line } }: { readonly sample: Sample }) {
  const { run, focus } = useExplorer();
  if (line === null) return <span class="muted">sample {row}</span>;
  return (
    <button
      type="button"
      class="link"
      data-open-row={row}
      title={`Open the data file at line ${line}`}
      onClick={() => post({ type: 'openRow', runFolder: run.folder, split: focus.split, line })}
    >
      line {line} ▸
    </button>
  );
}
