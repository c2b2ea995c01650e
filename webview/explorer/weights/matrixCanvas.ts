/** Paints what is seen of a matrix: its cells as one small picture that is made larger, and names beside them. */
import type { LayerMatrix } from '../../../src/protocol';
import type { Theme } from '../../theme';
import type { Cell } from '../grid';
import {
  footRowHeight,
  type MatrixLayout,
  minNamed,
  type Range,
  rowTop,
  type Scroll,
  visible,
} from './matrixLayout';
import { paintValues } from './paint';

export interface MatrixScene {
  readonly matrix: LayerMatrix;
  readonly layout: MatrixLayout;
  readonly scroll: Scroll;
  readonly cell: Cell | null;
  readonly theme: Theme;
}

const fontSize = 11;
const gap = 6;
export const fontOf = ({ fontFamily }: Theme) => `${fontSize}px ${fontFamily}`;

/** Room that the longest name takes, up to a limit; the names are many, so only the longest by letters are measured. */
export function widthOfNames(names: readonly string[], theme: Theme, limit: number): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 0;
  context.font = fontOf(theme);
  const longest = [...names].sort((a, b) => b.length - a.length).slice(0, 8);
  return Math.min(limit, Math.max(0, ...longest.map(name => context.measureText(name).width)));
}

export function paintMatrix(canvas: HTMLCanvasElement, scene: MatrixScene) {
  const { layout, theme } = scene;
  const scale = devicePixelRatio;
  canvas.width = Math.round(layout.width * scale);
  canvas.height = Math.round(layout.height * scale);
  const context = canvas.getContext('2d')!;
  context.scale(scale, scale);
  context.imageSmoothingEnabled = false;
  context.font = fontOf(theme);
  context.textBaseline = 'middle';
  const { rows, columns } = visible(layout, scene.scroll);
  paintBody(context, scene, rows, columns);
  paintFoot(context, scene, columns);
  paintColumnNames(context, scene, columns);
  if (scene.cell) paintFrame(context, scene, scene.cell);
}

const columnLeft = ({ layout, scroll }: MatrixScene, column: number) =>
  layout.left + column * layout.cellWidth - scroll.left;

function paintBody(context: CanvasRenderingContext2D, scene: MatrixScene, rows: Range, columns: Range) {
  const { matrix, layout, scroll, theme } = scene;
  const n = layout.columns;
  within(context, 0, layout.top, layout.width, rowTop(layout, layout.rows, scroll) - 4 - layout.top, () => {
    within(context, layout.left, 0, layout.width, layout.height, () => {
      const width = columns.end - columns.first;
      const valueAt = (i: number) =>
        matrix.weights[(rows.first + Math.floor(i / width)) * n + columns.first + (i % width)]!;
      paintCells(context, scene, { rows, columns, valueAt, cellHeight: layout.cellHeight });
    });
    if (layout.cellHeight < minNamed) return;
    for (let row = rows.first; row < rows.end; row++) {
      const middle = rowTop(layout, row, scroll) + layout.cellHeight / 2;
      paintRowName(context, layout, matrix.rows.names[row]!, middle, theme.text);
    }
  });
}

function paintFoot(context: CanvasRenderingContext2D, scene: MatrixScene, columns: Range) {
  const { matrix, layout, scroll, theme } = scene;
  for (const [v, { name, values }] of matrix.vectors.entries()) {
    const row = layout.rows + v;
    paintRowName(context, layout, name, rowTop(layout, row, scroll) + footRowHeight / 2, theme.muted);
    within(context, layout.left, 0, layout.width, layout.height, () => {
      // A gain of 1 changes nothing.
      const neutral = name === 'gain' ? 1 : 0;
      const valueAt = (i: number) => values[columns.first + i]! - neutral;
      const rows = { first: row, end: row + 1 };
      paintCells(context, scene, { rows, columns, valueAt, cellHeight: footRowHeight });
    });
  }
}

interface Cells {
  readonly rows: Range;
  readonly columns: Range;
  /** Of the cells row by row. */
  readonly valueAt: (i: number) => number;
  readonly cellHeight: number;
}

function paintCells(context: CanvasRenderingContext2D, scene: MatrixScene, cells: Cells) {
  const { matrix, layout, scroll, theme } = scene;
  const { rows, columns, valueAt, cellHeight } = cells;
  const [width, height] = [columns.end - columns.first, rows.end - rows.first];
  if (width <= 0 || height <= 0) return;
  const image = new ImageData(width, height);
  paintValues(image.data, valueAt, matrix.limit, theme.weights);
  const small = document.createElement('canvas');
  small.width = width;
  small.height = height;
  small.getContext('2d')!.putImageData(image, 0, 0);
  const x = columnLeft(scene, columns.first);
  const y = rowTop(layout, rows.first, scroll);
  context.drawImage(small, x, y, width * layout.cellWidth, height * cellHeight);
  context.strokeStyle = theme.grid;
  context.strokeRect(x - 0.5, y - 0.5, width * layout.cellWidth + 1, height * cellHeight + 1);
}

function paintRowName(
  context: CanvasRenderingContext2D,
  { left }: MatrixLayout,
  name: string,
  middle: number,
  colour: string,
) {
  context.textAlign = 'right';
  context.fillStyle = colour;
  context.fillText(shortened(context, name, left - gap), left - gap, middle);
}

function paintColumnNames(context: CanvasRenderingContext2D, scene: MatrixScene, { first, end }: Range) {
  const { matrix, layout, theme } = scene;
  if (layout.top === 0) return;
  const names = matrix.columns.names.slice(first, end);
  const upright = layout.isUpright;
  context.fillStyle = theme.text;
  context.textAlign = upright ? 'center' : 'left';
  within(context, layout.left, 0, layout.width, layout.top, () => {
    for (const [i, name] of names.entries()) {
      const middle = columnLeft(scene, first + i) + layout.cellWidth / 2;
      context.save();
      context.translate(middle, upright ? layout.top / 2 : layout.top - 4);
      if (!upright) context.rotate(-Math.PI / 2);
      context.fillText(shortened(context, name, upright ? layout.cellWidth : layout.top - 8), 0, 0);
      context.restore();
    }
  });
}

function paintFrame(context: CanvasRenderingContext2D, scene: MatrixScene, { row, column }: Cell) {
  const { layout, scroll, theme } = scene;
  const height = row >= layout.rows ? footRowHeight : layout.cellHeight;
  context.strokeStyle = theme.text;
  context.lineWidth = 2;
  const [x, y] = [columnLeft(scene, column), rowTop(layout, row, scroll)];
  context.strokeRect(x, y, layout.cellWidth, height);
}

function within(
  context: CanvasRenderingContext2D,
  left: number,
  top: number,
  width: number,
  height: number,
  paint: () => void,
) {
  context.save();
  context.beginPath();
  context.rect(left - 1, top - 1, width + 2, height + 2);
  context.clip();
  paint();
  context.restore();
}

/** With … in place of what does not fit. */
function shortened(context: CanvasRenderingContext2D, name: string, room: number): string {
  if (context.measureText(name).width <= room) return name;
  let [low, high] = [0, name.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (context.measureText(`${name.slice(0, middle)}…`).width <= room) low = middle;
    else high = middle - 1;
  }
  return `${name.slice(0, low)}…`;
}
