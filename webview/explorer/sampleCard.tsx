import type { ClassPrediction, Inspection, Sample, ValuePrediction } from '../../src/protocol';
import { formatLoss, formatPercent, formatValue } from '../format';
import { post } from '../host';
import { Cells } from './cells';
import { Picture } from './picture';
import { Probabilities } from './probabilities';

interface SampleCardProps {
  readonly sample: Sample;
  readonly inspection: Inspection;
  readonly classNames: readonly string[];
}

export function SampleCard({ sample, inspection, classNames }: SampleCardProps) {
  const { prediction, picture } = sample;
  return (
    <li class="card" data-sample={sample.row}>
      {picture && inspection.image && <Picture picture={picture} image={inspection.image} row={sample.row} />}
      <div class="card-text">
        {prediction.kind === 'class' ? (
          <ClassFacts prediction={prediction} loss={sample.loss} />
        ) : (
          <ValueFacts prediction={prediction} loss={sample.loss} />
        )}
        {prediction.kind === 'class' && <Probabilities prediction={prediction} classNames={classNames} />}
        {!picture && <Cells cells={sample.cells} />}
        <RowLink sample={sample} inspection={inspection} />
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
function RowLink({
  sample: { row, line },
  inspection: { runFolder, split },
}: Omit<SampleCardProps, 'classNames'>) {
  if (line === null) return <span class="muted">sample {row}</span>;
  return (
    <button
      type="button"
      class="link"
      data-open-row={row}
      title={`Open the data file at line ${line}`}
      onClick={() => post({ type: 'openRow', runFolder, split, line })}
    >
      line {line} ▸
    </button>
  );
}
