import type { HTMLAttributes } from 'preact';
import type { ClassPrediction, Sample, TagName, ValuePrediction } from '../../src/protocol';
import { formatLoss, formatProbability, formatValue } from '../format';
import { t } from '../l10n';
import { Cells } from './cells';
import { useExplorer } from './context';
import { Picture } from './picture';
import { Probabilities } from './probabilities';
import { PlaceInText } from './samples/placeInText';
import { SampleActions } from './samples/sampleActions';
import { Tags } from './samples/tags';

interface SampleCardProps {
  readonly sample: Sample;
  readonly tags: readonly TagName[];
  readonly itemProps: HTMLAttributes<HTMLLIElement>;
}

export function SampleCard({ sample, tags, itemProps }: SampleCardProps) {
  const { run } = useExplorer();
  const { prediction, picture, place } = sample;
  return (
    <li class="card" data-sample={sample.row} {...itemProps}>
      {picture && <Picture picture={picture} row={sample.row} />}
      <div class="card-text">
        {place && <PlaceInText place={place} />}
        {prediction.kind === 'class' ? (
          <ClassFacts prediction={prediction} loss={sample.loss} />
        ) : (
          <ValueFacts prediction={prediction} loss={sample.loss} />
        )}
        <Tags names={tags} />
        {prediction.kind === 'class' && <Probabilities prediction={prediction} classNames={run.classNames} />}
        {!picture && !place && <Cells cells={sample.cells} />}
        <SampleActions sample={sample} />
      </div>
    </li>
  );
}

function ClassFacts({ prediction, loss }: { readonly prediction: ClassPrediction; readonly loss: number }) {
  return (
    <>
      <dl class="facts">
        <Fact term={t('true')} value={prediction.trueClass} isStrong />
        <Fact term={t('predicted')} value={prediction.predictedClass} isStrong />
        <Fact term={t('loss')} value={formatLoss(loss)} />
      </dl>
      <dl class="facts">
        <Fact term={t('p(true)')} value={formatProbability(prediction.probabilityOfTrue)} />
        <Fact term={t('p(predicted)')} value={formatProbability(prediction.probabilityOfPredicted)} />
      </dl>
    </>
  );
}

function ValueFacts({ prediction, loss }: { readonly prediction: ValuePrediction; readonly loss: number }) {
  return (
    <dl class="facts">
      <Fact term={t('true')} value={formatValue(prediction.trueValue)} isStrong />
      <Fact term={t('predicted')} value={formatValue(prediction.predictedValue)} isStrong />
      <Fact term={t('off by')} value={formatValue(prediction.predictedValue - prediction.trueValue)} />
      <Fact term={t('loss')} value={formatLoss(loss)} title={t('of the target scaled to deviation 1')} />
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
