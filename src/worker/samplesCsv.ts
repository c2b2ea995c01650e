import Papa from 'papaparse';
import { cellText } from '../data/columns';
import { placesOf } from '../data/textPlaces';
import type { Part, Preprocessing } from '../data/types';
import type { Predictions, SamplesCsv } from '../protocol/samples';

/** Longer files open in no editor. */
const maxLength = 2e7;

/** A spreadsheet takes such cells for formulas, unless they are numbers; an apostrophe before them keeps them texts. */
const formula = /^(?![+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$)[=+\-@\t\r]/i;

type Cell = string | number;

/**
 * A line for each of the samples: row (0-based) and line (1-based) of the data, how it came out, its tags, then all columns
 * of the data as they stand there.
 * @param limit characters at most; samples that do not fit are left out
 */
export function csvOf(
  part: Part,
  preprocessing: Preprocessing,
  outcomes: Predictions,
  indices: readonly number[],
  limit = maxLength,
): SamplesCsv {
  const own = ownColumns(part, preprocessing, outcomes);
  const names = own.map(([name]) => name);
  const { columns } = part.table;
  const fields = [...names, ...columns.map(({ name }) => (names.includes(name) ? `${name} (data)` : name))];
  let text = line(fields);
  let nSamples = 0;
  for (const i of indices) {
    const row = part.rows[i]!;
    const next = line([...own.map(([, cell]) => cell(i)), ...columns.map(column => cellText(column, row))]);
    if (text.length + next.length > limit) break;
    text += next;
    nSamples++;
  }
  return { text, nSamples };
}

const line = (cells: readonly Cell[]) =>
  `${Papa.unparse([cells as Cell[]], { escapeFormulae: formula })}\r\n`;

function ownColumns(
  part: Part,
  preprocessing: Preprocessing,
  outcomes: Predictions,
): [string, (i: number) => Cell][] {
  const { rows, lines, losses, tags, tagNames } = outcomes;
  const places = placesOf(part, preprocessing);
  return [
    ['row', i => rows[i]!],
    ['line', i => lines?.[i] ?? ''],
    ...(places ? ([['context', i => places(i).seen]] as [string, (i: number) => Cell][]) : []),
    ...outcomeColumns(preprocessing, outcomes),
    ['loss', i => short(losses[i]!)],
    ['tags', i => tagNames.filter((_, bit) => tags[i]! & (1 << bit)).join(', ')],
  ];
}

function outcomeColumns(
  { target }: Preprocessing,
  { outcome }: Predictions,
): [string, (i: number) => Cell][] {
  if (outcome.kind === 'value' || target.kind !== 'classes') {
    const { trueValue, predictedValue } = outcome as Extract<Predictions['outcome'], { kind: 'value' }>;
    return [
      ['true value', i => short(trueValue[i]!)],
      ['predicted value', i => short(predictedValue[i]!)],
      ['residual', i => short(predictedValue[i]! - trueValue[i]!)],
    ];
  }
  return [
    ['true class', i => target.classes[outcome.trueClass[i]!]!],
    ['predicted class', i => target.classes[outcome.predictedClass[i]!]!],
    ['p(true)', i => short(outcome.probabilityOfTrue[i]!)],
    ['p(predicted)', i => short(outcome.probabilityOfPredicted[i]!)],
  ];
}

/** As many digits as float32 has; a value that is not finite is an empty cell. */
const short = (value: number): Cell => (Number.isFinite(value) ? Number(value.toPrecision(7)) : '');
