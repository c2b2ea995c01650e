/** Where the cells of a large matrix are in a frame that scrolls: names above and left of them stay, and the rows of biases below. */
import type { Cell } from '../grid';

export interface MatrixSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows of biases and the like, which always stand below. */
  readonly footRows: number;
}

export interface MatrixLayout extends MatrixSize {
  /** Of the frame. */
  readonly width: number;
  readonly height: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Room for the names of the rows and of the columns. */
  readonly left: number;
  readonly top: number;
  /** Whether names of columns stand side by side, without being turned. */
  readonly isUpright: boolean;
  /** Of all that can be scrolled to. */
  readonly fullWidth: number;
  readonly fullHeight: number;
}

export interface Scroll {
  readonly left: number;
  readonly top: number;
}

/** A row with less room has no name. */
export const minNamed = 11;
export const footRowHeight = 16;
const footGap = 4;
const maxHeight = 480;

/** Sides of a cell in pixels, to zoom through. */
export const zooms = [2, 4, 8, 12, 16, 24, 32, 48] as const;
/** All names can be read. */
export const readable = 16;

/**
 * @param zoom null fits the columns into the frame
 * @param names room that the longest names of the rows and of the columns take
 */
export function matrixLayout(
  size: MatrixSize,
  width: number,
  zoom: number | null,
  names: { readonly rows: number; readonly columns: number },
): MatrixLayout {
  const left = Math.ceil(Math.min(names.rows, width * 0.4)) + 8;
  const fit = clamp(Math.floor((width - left) / size.columns), 2, 32);
  const cellWidth = zoom ?? fit;
  const cellHeight = zoom ?? clamp(fit, 12, 24);
  const isUpright = names.columns + 4 <= cellWidth;
  const top = cellWidth < minNamed ? 0 : Math.ceil(isUpright ? 16 : names.columns + 4) + 4;
  const fullWidth = left + size.columns * cellWidth + 1;
  const fullHeight = top + size.rows * cellHeight + footHeight(size) + 1;
  return {
    ...size,
    width: Math.max(1, Math.min(width, fullWidth)),
    height: Math.min(maxHeight, fullHeight),
    ...{ cellWidth, cellHeight, left, top, isUpright, fullWidth, fullHeight },
  };
}

export const footHeight = ({ footRows }: MatrixSize): number =>
  footRows === 0 ? 0 : footRows * footRowHeight + footGap;

/** Top of a row of the matrix, or of the biases below it, in the frame. */
export function rowTop(layout: MatrixLayout, row: number, { top }: Scroll): number {
  const foot = row - layout.rows;
  return foot < 0
    ? layout.top + row * layout.cellHeight - top
    : layout.height - (layout.footRows - foot) * footRowHeight - 1;
}

export interface Range {
  readonly first: number;
  /** Not in it any more. */
  readonly end: number;
}

/** What has to be painted: rows and columns that are at least partly seen. */
export function visible(layout: MatrixLayout, { left, top }: Scroll): { rows: Range; columns: Range } {
  const { cellWidth, cellHeight } = layout;
  const bodyWidth = layout.width - layout.left;
  const bodyHeight = layout.height - layout.top - footHeight(layout);
  return {
    rows: range(top / cellHeight, (top + bodyHeight) / cellHeight, layout.rows),
    columns: range(left / cellWidth, (left + bodyWidth) / cellWidth, layout.columns),
  };
}

/** The cell under a point of the frame; rows from `rows` on are those of the biases. Null over names and gaps. */
export function cellUnder(layout: MatrixLayout, scroll: Scroll, x: number, y: number): Cell | null {
  const column = Math.floor((x - layout.left + scroll.left) / layout.cellWidth);
  const footTop = rowTop(layout, layout.rows, scroll);
  const isFoot = layout.footRows > 0 && y >= footTop;
  const row = isFoot
    ? layout.rows + Math.min(layout.footRows - 1, Math.floor((y - footTop) / footRowHeight))
    : Math.floor((y - layout.top + scroll.top) / layout.cellHeight);
  const isOutside = x < layout.left || y < layout.top || column >= layout.columns;
  return isOutside || (!isFoot && (row >= layout.rows || y >= footTop - footGap)) ? null : { row, column };
}

/** Where to scroll so that a cell is seen. */
export function scrolledTo(layout: MatrixLayout, { left, top }: Scroll, { row, column }: Cell): Scroll {
  const bodyWidth = layout.width - layout.left;
  const bodyHeight = layout.height - layout.top - footHeight(layout);
  return {
    left: into(left, column * layout.cellWidth, layout.cellWidth, bodyWidth),
    top: row >= layout.rows ? top : into(top, row * layout.cellHeight, layout.cellHeight, bodyHeight),
  };
}

const into = (scroll: number, start: number, size: number, room: number) =>
  Math.max(0, Math.min(start, Math.max(scroll, start + size - room)));

/** The next zoom in a direction; the same one at the end. */
export function zoomed(cellWidth: number, direction: 1 | -1): number {
  const next =
    direction > 0 ? zooms.find(zoom => zoom > cellWidth) : zooms.findLast(zoom => zoom < cellWidth);
  return next ?? cellWidth;
}

const range = (first: number, end: number, n: number): Range => ({
  first: clamp(Math.floor(first), 0, n),
  end: clamp(Math.ceil(end), 0, n),
});

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
