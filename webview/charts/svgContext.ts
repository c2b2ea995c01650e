/** The part of a canvas's 2D context that chart.js draws with, as the text of a drawing. */
import { fontSize } from './layout';

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** What `save` keeps and `restore` brings back. */
interface Pen {
  matrix: Matrix;
  clip: string | null;
  dash: readonly number[];
  strokeStyle: string;
  fillStyle: string;
  lineWidth: number;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
}

const firstPen: Pen = {
  ...{ matrix: identity, clip: null, dash: [] },
  ...{ strokeStyle: '#000', fillStyle: '#000', lineWidth: 1 },
  ...{ font: `${fontSize}px sans-serif`, textAlign: 'start', textBaseline: 'alphabetic' },
};

/** Where the letters' line lies below the point that they are set at, as a part of their height. */
const baselines: Partial<Record<CanvasTextBaseline, number>> = { middle: 0.35, top: 0.8, bottom: -0.2 };

export class SvgContext {
  readonly #saved: Pen[] = [];
  readonly #elements: string[] = [];
  #pen = firstPen;
  #path = '';
  #nClips = 0;

  readonly canvas: { width: number; height: number; getContext: () => SvgContext };

  /**
   * @param measure width of a text in pixels
   * @param prefix of the ids, where a page holds several drawings
   */
  constructor(
    size: { readonly width: number; readonly height: number },
    private readonly measure: (text: string, font: string) => number,
    private readonly prefix = '',
  ) {
    this.canvas = { ...size, getContext: () => this };
    // Properties that chart.js sets: each is one of the pen's.
    for (const name of [
      'strokeStyle',
      'fillStyle',
      'lineWidth',
      'font',
      'textAlign',
      'textBaseline',
    ] as const)
      Object.defineProperty(this, name, {
        get: () => this.#pen[name],
        set: (value: never) => {
          this.#pen = { ...this.#pen, [name]: value };
        },
      });
  }

  get body(): string {
    return this.#elements.join('\n');
  }

  save = () => void this.#saved.push(this.#pen);
  restore = () => {
    this.#pen = this.#saved.pop() ?? firstPen;
  };
  setLineDash = (dash: readonly number[]) => {
    this.#pen = { ...this.#pen, dash };
  };
  resetTransform = () => this.#setMatrix(identity);
  setTransform = (...matrix: [number, number, number, number, number, number]) => this.#setMatrix(matrix);
  translate = (x: number, y: number) => this.#setMatrix(product(this.#pen.matrix, [1, 0, 0, 1, x, y]));
  rotate(angle: number) {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.#setMatrix(product(this.#pen.matrix, [cos, sin, -sin, cos, 0, 0]));
  }

  #setMatrix(matrix: Matrix) {
    this.#pen = { ...this.#pen, matrix };
  }

  beginPath = () => {
    this.#path = '';
  };
  closePath = () => {
    this.#path += 'Z';
  };
  moveTo = (x: number, y: number) => this.#to('M', x, y);
  lineTo = (x: number, y: number) => this.#to(this.#path === '' ? 'M' : 'L', x, y);
  rect(x: number, y: number, width: number, height: number) {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }
  arc(x: number, y: number, radius: number, from: number, to: number) {
    const point = (angle: number) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
    this.lineTo(...point(from));
    // An arc of SVG cannot be a whole circle, so that it goes by way of its middle.
    for (const angle of [(from + to) / 2, to]) {
      const [atX, atY] = this.#place(...point(angle));
      this.#path += `A${round(radius)} ${round(radius)} 0 0 1 ${atX} ${atY}`;
    }
  }

  #to(command: string, x: number, y: number) {
    this.#path += `${command}${this.#place(x, y).join(' ')}`;
  }

  #place(x: number, y: number) {
    const [a, b, c, d, e, f] = this.#pen.matrix;
    return [round(a * x + c * y + e), round(b * x + d * y + f)] as const;
  }

  clip() {
    const id = `${this.prefix}clip${++this.#nClips}`;
    this.#elements.push(`<clipPath id="${id}"><path d="${this.#path}"/></clipPath>`);
    this.#pen = { ...this.#pen, clip: id };
  }

  stroke() {
    const { strokeStyle, lineWidth, dash } = this.#pen;
    const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '';
    this.#add(
      `d="${this.#path}" fill="none" stroke="${escaped(strokeStyle)}" stroke-width="${lineWidth}"${dashes}`,
    );
  }

  fill = () => this.#add(`d="${this.#path}" fill="${escaped(this.#pen.fillStyle)}"`);
  fillRect(x: number, y: number, width: number, height: number) {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }

  #add(attributes: string) {
    const { clip } = this.#pen;
    if (this.#path !== '')
      this.#elements.push(`<path ${attributes}${clip ? ` clip-path="url(#${clip})"` : ''}/>`);
  }

  fillText(text: string, x: number, y: number) {
    const { matrix, fillStyle, font, textAlign, textBaseline } = this.#pen;
    const size = Number(font.match(/([\d.]+)px/)?.[1] ?? fontSize);
    const place = `transform="matrix(${matrix.map(round).join(' ')})" x="${round(x)}" y="${round(y + size * (baselines[textBaseline] ?? 0))}"`;
    const anchor = { center: 'middle', right: 'end', end: 'end', left: 'start', start: 'start' }[textAlign];
    const style = `font-size="${size}" text-anchor="${anchor}" fill="${escaped(fillStyle)}"`;
    if (text !== '') this.#elements.push(`<text ${place} ${style}>${escaped(text)}</text>`);
  }

  /** @param text null of a label that says nothing */
  measureText = (text: string | null) => ({ width: this.measure(text ?? '', this.#pen.font) });
  clearRect() {
    this.#elements.length = 0;
  }
}

const product = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  ...([a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j] as const),
  ...([a * k + c * l + e, b * k + d * l + f] as const),
];

const round = (value: number) => Number(value.toFixed(2));
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escaped = (text: string) => String(text).replace(/[&<>"]/g, character => escapes[character]!);
