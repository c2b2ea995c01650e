import type { Text, Words } from '../../../src/protocol';
import { formatTerm } from '../../format';
import { translated } from '../../l10n';
import { factor } from './numbers';

/** In the person's language. */
export const say = ({ message, args }: Words): string =>
  translated(message, ...args.map(arg => (typeof arg === 'number' ? formatTerm(arg) : text(arg))));

/** Names and formulas stay as they are. */
export const text = (each: Text): string => (typeof each === 'string' ? each : say(each));

/** A formula with numbers in the place of {0}, {1} …; in the midst of a product or a sum, negative ones in parentheses. */
export const fill = (formula: string, values: readonly number[]): string =>
  formula.replace(/(= |, |ln |[({|]|)\{(\d+)\}/g, (_, before: string, i: string, offset: number) => {
    const value = values[Number(i)]!;
    return before + (before === '' && offset > 0 ? factor(value) : formatTerm(value));
  });
