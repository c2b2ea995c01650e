import { Rejection } from '../rejection';
import { typicalityOf } from '../typicality';
import type { Question } from './question';
import { ofSplit } from './splits';

/** How near each sample is to the middle of its own class. */
export const typicality: Question<'typicality'> = {
  params: ofSplit,
  async answer({ network, preprocessing: { target }, part }, { split }) {
    if (target.kind !== 'classes')
      throw new Rejection('no-classes', 'Only samples of classes are typical of one.');
    return typicalityOf(network, await part(split), target.classes.length);
  },
};
