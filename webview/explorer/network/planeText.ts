/** The plane and its points in words. */
import type { Boundary, RunSummary } from '../../../src/protocol';
import { formatPercent, formatValue } from '../../format';
import { t } from '../../l10n';
import { splitText } from '../splitText';
import { cellOf, type PointOf, type Position } from './plane';

/** More probabilities than these are no line to read. */
const nClassesShown = 4;

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

/** 'validation sample 12: true positive, predicted negative' */
export function pointText({ part, i }: PointOf, { classNames, task }: RunSummary): string {
  const [actual, predicted] = [part.actual[i]!, part.predicted[i]!];
  const name = t('{0} sample {1}', splitText(part.split), part.indices[i]!);
  if (task === 'regression')
    return t('{0}: true {1}, predicted {2}', name, formatValue(actual), formatValue(predicted));
  const [trueClass, predictedClass] = [classNames[actual]!, classNames[predicted]!];
  return actual === predicted
    ? t('{0}: {1}, predicted rightly', name, trueClass)
    : t('{0}: true {1}, predicted {2}', name, trueClass, predictedClass);
}

const formatCoordinate = (value: number): string => formatValue(Number(value.toPrecision(3)));
