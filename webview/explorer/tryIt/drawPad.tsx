import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { ImageForm } from '../../../src/protocol';
import { formatValue } from '../../format';
import { t } from '../../l10n';
import { Pixels } from '../../parts/pixels';
import { type Cell, cellForKey } from '../grid';
import { Check } from './check';
import {
  centred,
  filled,
  type Ink,
  inkOf,
  type Point,
  paintCell,
  paintLine,
  penRadius,
  pixelsOf,
} from './drawing';

interface DrawPadProps {
  readonly form: ImageForm;
  readonly pixels: readonly number[];
  readonly change: (pixels: readonly number[]) => void;
}

const maxUndo = 50;

/** A picture of the data's size and brightness to draw on: what is shown is what the model gets. */
export function DrawPad({ form, pixels, change }: DrawPadProps) {
  const { max, width, height } = form;
  const [isDark, setDark] = useState(form.isDarkOnLight);
  const [isErasing, setErasing] = useState(false);
  const [isCentred, setCentred] = useState(false);
  const [radius, setRadius] = useState(penRadius(form));
  const drawn = useDrawing(form, pixels, change);
  const background = isDark ? max : 0;
  const put = (ink: Ink) => drawn.put(ink, isCentred ? centred(ink, background) : ink);
  const brush = { radius, max, isLight: isDark === isErasing };
  return (
    <>
      <Canvas
        {...{ form, pixels }}
        begin={drawn.remember}
        draw={(from, to) => put(paintLine(drawn.ink(), from, to, brush))}
        toggle={cell => {
          drawn.remember();
          const isInk = Math.abs(pixels[cell.row * width + cell.column]! - background) > max / 2;
          put(paintCell(drawn.ink(), cell, isInk ? background : max - background));
        }}
        undo={drawn.undo}
      />
      <div class="try-tools">
        <button type="button" data-try="undo" onClick={drawn.undo}>
          {t('Undo')}
        </button>
        <button
          type="button"
          data-try="clear"
          onClick={() => {
            drawn.remember();
            put(filled({ width, height }, background));
          }}
        >
          {t('Clear')}
        </button>
        <label>
          {t('Pen')}{' '}
          <input
            type="range"
            min="0.3"
            max={Math.max(2, width / 8)}
            step="0.05"
            value={radius}
            onInput={event => setRadius(Number(event.currentTarget.value))}
          />
        </label>
        <Check label={t('Erase')} isOn={isErasing} set={setErasing} />
        <Check
          label={t('Dark on light')}
          isOn={isDark}
          set={isOn => {
            drawn.remember();
            setDark(isOn);
            const { values } = drawn.ink();
            const ink = { ...drawn.ink(), values: values.map(value => max - value) };
            drawn.put(ink, isCentred ? centred(ink, max - background) : ink);
          }}
        />
        <Check
          label={t('Centred')}
          title={t('Moves the centre of mass to the middle, as in many sets of digits')}
          isOn={isCentred}
          set={isOn => {
            setCentred(isOn);
            const ink = drawn.ink();
            drawn.put(ink, isOn ? centred(ink, background) : ink);
          }}
        />
      </div>
    </>
  );
}

/** The picture as it is drawn, which is finer than its pixels; pixels that came from elsewhere are drawn on as they are. */
function useDrawing(form: ImageForm, pixels: readonly number[], change: DrawPadProps['change']) {
  const own = useRef<{ readonly pixels: readonly number[]; readonly ink: Ink } | null>(null);
  const given = useMemo(() => inkOf(pixels, form), [pixels]);
  const latest = useRef(given);
  latest.current = own.current?.pixels === pixels ? own.current.ink : given;
  const before = useRef<Ink[]>([]);
  const put = (ink: Ink, shown: Ink) => {
    latest.current = ink;
    own.current = { pixels: pixelsOf(shown), ink };
    change(own.current.pixels);
  };
  return {
    put,
    ink: () => latest.current,
    remember: () => {
      before.current = [...before.current.slice(1 - maxUndo), latest.current];
    },
    undo: () => {
      const ink = before.current.pop();
      if (ink) put(ink, ink);
    },
  };
}

interface CanvasProps {
  readonly form: ImageForm;
  readonly pixels: readonly number[];
  readonly begin: () => void;
  readonly draw: (from: Point, to: Point) => void;
  readonly toggle: (cell: Cell) => void;
  readonly undo: () => void;
}

function Canvas({ form: { width, height, max }, pixels, begin, draw, toggle, undo }: CanvasProps) {
  const [cell, setCell] = useState<Cell | null>(null);
  const last = useRef<Point | null>(null);
  const paint = useCallback(
    (bytes: Uint8ClampedArray) => {
      for (const [i, pixel] of pixels.entries()) {
        const grey = (255 * pixel) / max;
        bytes.set([grey, grey, grey, 255], 4 * i);
      }
    },
    [pixels, max],
  );
  const pointOf = (event: PointerEvent): Point => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * width,
      y: ((event.clientY - box.top) / box.height) * height,
    };
  };
  const share = (part: number, whole: number) => `${(100 * part) / whole}%`;
  return (
    <div class="try-canvas">
      <div class="try-paper">
        <Pixels
          columns={width}
          rows={height}
          paint={paint}
          role="img"
          tabIndex={0}
          data-try="canvas"
          aria-label={t(
            'Picture of {0} × {1} to draw on. Arrow keys move, the space bar paints, Backspace undoes.',
            width,
            height,
          )}
          onPointerDown={event => {
            event.currentTarget.setPointerCapture(event.pointerId);
            begin();
            last.current = pointOf(event);
            draw(last.current, last.current);
          }}
          onPointerMove={event => {
            if (!last.current) return;
            const to = pointOf(event);
            draw(last.current, to);
            last.current = to;
          }}
          onPointerUp={() => {
            last.current = null;
          }}
          onPointerCancel={() => {
            last.current = null;
          }}
          onBlur={() => setCell(null)}
          onKeyDown={event => {
            const next = cellForKey(event.key, cell, { rows: height, columns: width });
            if (next) setCell(next);
            else if (event.key === ' ' && cell) toggle(cell);
            else if (event.key === 'Backspace') undo();
            else return;
            event.preventDefault();
          }}
        />
        {cell && (
          <span
            class="cell-frame"
            style={{
              left: share(cell.column, width),
              top: share(cell.row, height),
              width: share(1, width),
              height: share(1, height),
            }}
          />
        )}
      </div>
      <output class="muted">
        {cell
          ? t(
              'row {0}, column {1}: {2}',
              cell.row + 1,
              cell.column + 1,
              formatValue(pixels[cell.row * width + cell.column]),
            )
          : t('Draw, or move with the arrow keys and paint with the space bar')}
      </output>
    </div>
  );
}
