import type { Backprop, LayerPass } from '../../../src/protocol';
import { t } from '../../l10n';

/** `z^{(1)}` of the first layer, which is number 0 here. */
export const inLayer = (symbol: string, l: number): string => `${symbol}^{(${l + 1})}`;

/** What the weights of a layer are multiplied with. */
export const inputSymbol = (l: number): string => (l === 0 ? 'x' : inLayer('a', l - 1));

/** What the activation of a layer is applied to. */
export const sumSymbol = ({ normalization }: LayerPass, l: number): string =>
  inLayer(normalization ? 'ẑ' : 'z', l);

export const layerTitle = ({ layers }: Backprop, l: number): string =>
  l === layers.length - 1 ? t('Output layer') : t('Hidden layer {0}', l + 1);

/** `W^{(1)T}` */
export const transposed = (symbol: string): string =>
  symbol.endsWith('}') ? symbol.replace('}', 'T}') : `${symbol}^T`;

/** ∂L/∂z */
export const gradient = (of: string): string => `∂L/∂${of}`;

/** One row a unit, with the cells that `cellsAt` gives it. */
export const unitRows = (
  names: readonly string[],
  cellsAt: (i: number) => readonly (number | string | null)[],
) => names.map((name, id) => ({ id, name, cells: cellsAt(id) }));
