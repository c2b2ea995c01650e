import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LayerMatrix } from '../../../src/protocol';
import { formatSigned } from '../../format';
import { useWidth } from '../../hooks';
import { t } from '../../l10n';
import { useTheme } from '../../theme';
import { type Cell, cellForKey, px } from '../grid';
import { paintMatrix, widthOfNames } from './matrixCanvas';
import { cellUnder, matrixLayout, scrolledTo, zoomed } from './matrixLayout';

const maxRowName = 160;
const maxColumnName = 96;

interface MatrixProps {
  readonly matrix: LayerMatrix;
  /** Side of a cell; null fits the columns into the width. */
  readonly zoom: number | null;
  /** Set to that of the cells, however they came by it. */
  readonly cellWidth: { current: number };
  readonly onZoom: (zoom: number) => void;
  readonly cell: Cell | null;
  readonly onCell: (cell: Cell | null) => void;
}

/** The weights as cells. Only those that are seen are painted, however many there are. */
export function Matrix({ matrix, zoom, cellWidth, onZoom, cell, onCell }: MatrixProps) {
  const theme = useTheme();
  const [frame, width] = useWidth<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [scroll, setScroll] = useState({ left: 0, top: 0 });
  const { rows, columns, vectors } = matrix;
  const names = useMemo(
    () => ({
      rows: widthOfNames([...rows.names, ...vectors.map(({ name }) => name)], theme, maxRowName),
      columns: widthOfNames(columns.names, theme, maxColumnName),
    }),
    [rows, columns, theme],
  );
  const size = { rows: rows.names.length, columns: columns.names.length, footRows: vectors.length };
  const layout = matrixLayout(size, width, zoom, names);
  cellWidth.current = layout.cellWidth;

  useLayoutEffect(() => {
    if (width > 0) paintMatrix(canvas.current!, { matrix, layout, scroll, cell, theme });
  });
  const walk = (event: KeyboardEvent) => {
    const shape = { rows: size.rows + size.footRows, columns: size.columns };
    const next = cellForKey(event.key, cell, shape);
    if (!next) return;
    event.preventDefault();
    onCell(next);
    scroller.current?.scrollTo(scrolledTo(layout, scroll, next));
  };
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey || event.deltaY === 0) return;
    event.preventDefault();
    onZoom(zoomed(layout.cellWidth, event.deltaY < 0 ? 1 : -1));
  };
  return (
    <div ref={frame}>
      <div
        ref={scroller}
        class="matrix"
        style={{ maxHeight: px(layout.height) }}
        onScroll={({ currentTarget: { scrollLeft, scrollTop } }) =>
          setScroll({ left: scrollLeft, top: scrollTop })
        }
        onWheel={wheel}
      >
        <div style={{ width: px(layout.fullWidth), height: px(layout.fullHeight) }}>
          <canvas
            ref={canvas}
            role="img"
            tabIndex={0}
            aria-label={t(
              'Weights of {0}: {1} rows by {2} columns, between {3} and {4}; arrow keys walk over them',
              ...[matrix.name, size.rows, size.columns],
              ...[formatSigned(-matrix.limit), formatSigned(matrix.limit)],
            )}
            style={{ width: px(layout.width), height: px(layout.height) }}
            onPointerMove={({ offsetX, offsetY }) => onCell(cellUnder(layout, scroll, offsetX, offsetY))}
            onPointerLeave={() => onCell(null)}
            onBlur={() => onCell(null)}
            onKeyDown={walk}
          />
        </div>
      </div>
    </div>
  );
}
