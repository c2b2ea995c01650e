import { useMemo, useRef, useState } from 'preact/hooks';
import type { ImageShape, UnitImages as Images, UnitImage } from '../../../src/protocol';
import { useAnswer } from '../../answers';
import type { DivergingColours } from '../../colour';
import { formatCount, formatLoss, formatSigned } from '../../format';
import { useChoice, useHeldUnderPointer } from '../../hooks';
import { t } from '../../l10n';
import { Pixels } from '../../parts/pixels';
import { isLive } from '../../runText';
import { useTheme } from '../../theme';
import { useExplorer } from '../context';
import { type Cell, cellAt, cellForKey, px } from '../grid';
import { ScaleBar } from '../scaleBar';
import { Waiting } from '../waiting';
import { paintValues } from './paint';
import { Choices, Tool } from './toolbar';
import { inOrder, pixelText, type UnitOrder } from './unitText';

const sizes = [40, 56, 72, 104, 144, 208, 288];

/** Each unit of the first layer as the image that excites it most. */
export function UnitImages() {
  const { run } = useExplorer();
  const theme = useTheme();
  const answer = useAnswer('unitImages', null);
  const [images, handlers] = useHeldUnderPointer(answer.value, isLive(run.status), run.folder);
  const [order, setOrder] = useChoice<UnitOrder>('unitOrder', 'norm');
  const [size, setSize] = useChoice<number>('unitSize', 72);
  const [readout, setReadout] = useState('');
  if (!images) return <Waiting failure={answer.failure} />;
  const step = (by: number) => setSize(sizes[sizes.indexOf(size) + by] ?? size);
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey || event.deltaY === 0) return;
    event.preventDefault();
    step(event.deltaY < 0 ? 1 : -1);
  };
  return (
    <figure class="units">
      <figcaption class="muted">{captionOf(images)}</figcaption>
      <div class="tools">
        <ScaleBar limit={images.limit} colours={theme.weights} />
        <Choices
          label={t('Order of the units')}
          value={order}
          onChange={setOrder}
          options={[
            { value: 'norm', title: t('Longest first') },
            { value: 'number', title: t('By number') },
          ]}
        />
        <fieldset class="tools" aria-label={t('Size of the images')}>
          <Tool label={t('Smaller images')} onClick={() => step(-1)}>
            −
          </Tool>
          <Tool label={t('Larger images')} onClick={() => step(1)}>
            +
          </Tool>
        </fieldset>
      </div>
      <output class="readout">{readout}</output>
      <div
        class="unit-images"
        style={{ gridTemplateColumns: `repeat(auto-fill, minmax(${px(size)}, 1fr))` }}
        onWheel={wheel}
        {...handlers}
      >
        {inOrder(images.units, order).map(unit => (
          <Unit key={unit.unit} {...images} unit={unit} colours={theme.weights} onPoint={setReadout} />
        ))}
      </div>
    </figure>
  );
}

const captionOf = ({ image, units, nAll }: Images) =>
  [
    t(
      'Each unit’s weights as an image of {0} × {1}, with the length of its weight vector',
      image.width,
      image.height,
    ),
    ...(units.length < nAll
      ? [t('the {0} longest of {1} units', formatCount(units.length), formatCount(nAll))]
      : []),
  ].join(' · ');

interface UnitProps {
  readonly unit: UnitImage;
  readonly image: ImageShape;
  readonly limit: number;
  readonly colours: DivergingColours;
  readonly onPoint: (readout: string) => void;
}

function Unit({ unit, image, limit, colours, onPoint }: UnitProps) {
  const { name, weights, norm, bias } = unit;
  const walked = useRef<Cell | null>(null);
  const shape = { rows: image.height, columns: image.width };
  const paint = useMemo(
    () => (pixels: Uint8ClampedArray) => paintValues(pixels, i => weights[i]!, limit, colours),
    [weights, limit, colours],
  );
  const show = (cell: Cell | null) => {
    walked.current = cell;
    onPoint(cell ? pixelText(unit, image, cell) : '');
  };
  const point = (event: PointerEvent) => {
    const { clientWidth, clientHeight } = event.currentTarget as HTMLCanvasElement;
    const x = (event.offsetX / clientWidth) * image.width;
    show(cellAt(x, (event.offsetY / clientHeight) * image.height, shape));
  };
  const walk = (event: KeyboardEvent) => {
    const next = cellForKey(event.key, walked.current, shape);
    if (!next) return;
    event.preventDefault();
    show(next);
  };
  return (
    <figure class="unit-image">
      <Pixels
        columns={image.width}
        rows={image.height}
        paint={paint}
        role="img"
        tabIndex={0}
        aria-label={t('Weights of {0}, length {1}, bias {2}', name, formatLoss(norm), formatSigned(bias))}
        onPointerMove={point}
        onPointerLeave={() => show(null)}
        onBlur={() => show(null)}
        onKeyDown={walk}
      />
      <figcaption>
        <span>{name}</span> <span class="muted">{formatLoss(norm)}</span>
      </figcaption>
    </figure>
  );
}
