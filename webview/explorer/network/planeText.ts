/** The plane and its points in words. */
import type { Boundary, RunSummary } from '../../../src/protocol';
import { formatPercent, formatValue } from '../../format';
import { t } from '../../l10n';
import { cellOf, type PointOf, type Position, positionOf } from './plane';

/** More probabilities than these are no line to read. */
const nClassesShown = 4;

export const splitName = (split: PointOf['part']['split']): string =>
  ({ train: t('training'), validation: t('validation'), test: t('test') })[split];

/** 'x 1.2, y −0.4: positive 93.1 %, negative 6.9 %' */
export function placeInPlaneText(at: Position, boundary: Boundary, { classNames }: RunSummary): string {
  const { axes, outputs } = boundary;
  const cell = cellOf(at, boundary);
  const place = axes.map(({ name }, f) => `${name} ${formatCoordinate(f === 0 ? at.x : at.y)}`).join(', ');
  if (outputs.kind === 'value') return `${place}: ${outputs.name} ${formatValue(outputs.values[cell])}`;
  return `${place}: ${chancesText(outputs, cell, classNames)}`;
}

function chancesText(
  { predicted, probability, probabilities }: Boundary['outputs'] & { kind: 'class' },
  cell: number,
  classNames: readonly string[],
): string {
  const n = classNames.length;
  const chances = probabilities
    ? classNames.map((name, c) => ({ name, p: probabilities[cell * n + c]! }))
    : [{ name: classNames[predicted[cell]!]!, p: probability[cell]! }];
  return chances
    .toSorted((a, b) => b.p - a.p)
    .slice(0, nClassesShown)
    .map(({ name, p }) => `${name} ${formatPercent(p)}`)
    .join(', ');
}

/** 'validation sample 12 at x 1.2, y −0.4: true positive, predicted negative (wrong)' */
export function pointText(point: PointOf, { axes }: Boundary, { classNames, task }: RunSummary): string {
  const { part, i } = point;
  const at = positionOf(point);
  const place = axes.map(({ name }, f) => `${name} ${formatCoordinate(f === 0 ? at.x : at.y)}`).join(', ');
  const [actual, predicted] = [part.actual[i]!, part.predicted[i]!];
  const name = t('{0} sample {1}', splitName(part.split), part.indices[i]!);
  if (task === 'regression')
    return t('{0} at {1}: true {2}, predicted {3}', name, place, formatValue(actual), formatValue(predicted));
  const [trueClass, predictedClass] = [classNames[actual]!, classNames[predicted]!];
  return actual === predicted
    ? t('{0} at {1}: {2}, predicted rightly', name, place, trueClass)
    : t('{0} at {1}: true {2}, predicted {3}', name, place, trueClass, predictedClass);
}

const formatCoordinate = (value: number): string => formatValue(Number(value.toPrecision(3)));
