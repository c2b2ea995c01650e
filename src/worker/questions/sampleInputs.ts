import { charactersOf } from '../../data/characters';
import { cellText, isMissing, numberAt } from '../../data/columns';
import { textOf } from '../../data/inputs';
import { fittedRoles } from '../../data/roles';
import { firstSampleOf } from '../../data/textPlaces';
import type { Column, Part, Preprocessing } from '../../data/types';
import type { TrialInputs } from '../../protocol/trial';
import { Rejection } from '../rejection';
import type { Question } from './question';
import { sampleOf } from './trialParams';

/** A sample as a person would type or draw it: exactly, so that unchanged it comes out as it is. */
export const sampleInputs: Question<'sampleInputs'> = {
  params: sampleOf,
  async answer({ part: partOf, preprocessing }, { split, index }) {
    const part = await partOf(split);
    const { rows, table, targets } = part;
    const nSamples = targets.length;
    if (index >= nSamples) throw new Rejection('no-sample', `The ${split} part has no sample ${index}.`);
    const { target } = preprocessing;
    return {
      ...{ inputs: inputsAt(part, index, preprocessing), nSamples },
      truth: target.kind === 'classes' ? targets[index]! : targets[index]! * target.scale + target.shift,
      line: table.lines?.[rows[index]!] ?? null,
    };
  },
};

function inputsAt({ table, rows }: Part, index: number, preprocessing: Preprocessing): TrialInputs {
  const row = rows[index]!;
  const { features, image } = fittedRoles(table, preprocessing);
  if (textOf(preprocessing.features)) {
    const place = index - firstSampleOf(rows, row);
    const before = [...charactersOf(cellText(features[0]!, row))].slice(0, place);
    return { kind: 'text', text: before.join('') };
  }
  if (image) return { kind: 'image', pixels: features.map(column => pixelAt(column, row)) };
  return {
    kind: 'row',
    // A text among numbers counts as missing.
    cells: features.map(column => (isMissing(column, row) ? '' : cellText(column, row))),
  };
}

const pixelAt = (column: Column, row: number): number =>
  column.kind === 'numeric' ? numberAt(column, row) || 0 : 0;
