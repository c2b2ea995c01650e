import type { Text, Words } from '../../../protocol/backprop';
import type { LayerPass, Pass } from '../pass';

/** @param message English words, literal, so that they can be collected for translation */
export const words = (message: string, ...args: (Text | number)[]): Words => ({ message, args });

/** `z^{(1)}` of the first layer, which is number 0 here. */
export const inLayer = (symbol: string, l: number): string => `${symbol}^{(${l + 1})}`;

/** What the weights of a layer are multiplied with. */
export const inputSymbol = (l: number): string => (l === 0 ? 'x' : inLayer('a', l - 1));

/** What the activation of a layer is applied to. */
export const sumSymbol = ({ normalization }: LayerPass, l: number): string =>
  inLayer(normalization ? 'ẑ' : 'z', l);

export const layerTitle = ({ layers }: Pass, l: number): Words =>
  l === layers.length - 1 ? words('Output layer') : words('Hidden layer {0}', String(l + 1));

/** `W^{(1)T}` */
export const transposed = (symbol: string): string =>
  symbol.endsWith('}') ? symbol.replace('}', 'T}') : `${symbol}^T`;

/** ∂L/∂z */
export const gradient = (of: string): string => `∂L/∂${of}`;

export const unit = words('unit');
export const input = words('input');
