import { useMemo, useState } from 'preact/hooks';
import type { ImageShape } from '../../src/protocol';
import { formatCount, formatLoss, formatSigned } from '../format';
import { Pixels } from '../parts/pixels';
import { cellAt } from './grid';
import { type LayerPictureProps, unitsByNorm, weightOf, weightPainter, weightText } from './layerPicture';

/** More pictures than this are too much to look at, and to draw. */
const maxImages = 128;

interface UnitImagesProps extends LayerPictureProps {
  readonly image: ImageShape;
}

/** Each unit as the image that excites it most. */
export function UnitImages({ image, ...props }: UnitImagesProps) {
  const { layer } = props;
  const [readout, setReadout] = useState('');
  const units = useMemo(() => unitsByNorm(layer).slice(0, maxImages), [layer]);
  const nUnits = layer.outputNames.length;
  return (
    <figure class="units">
      <figcaption>
        Each unit’s weights as an image of {image.width} × {image.height}, longest weight vector first
        {units.length < nUnits && ` (${formatCount(units.length)} of ${formatCount(nUnits)} units)`}; below it
        the vector’s length
      </figcaption>
      <output class="readout">{readout}</output>
      <div class="unit-images">
        {units.map(({ unit, norm }) => (
          <UnitImage key={unit} {...props} image={image} unit={unit} norm={norm} onPoint={setReadout} />
        ))}
      </div>
    </figure>
  );
}

interface UnitImageProps extends UnitImagesProps {
  readonly unit: number;
  readonly norm: number;
  readonly onPoint: (readout: string) => void;
}

function UnitImage({ image, unit, norm, onPoint, ...props }: UnitImageProps) {
  const { layer, limit, colours } = props;
  const paint = useMemo(
    () => weightPainter(pixel => weightOf(layer, pixel, unit), props),
    [layer, unit, limit, colours],
  );
  const point = (event: PointerEvent) => {
    const { clientWidth, clientHeight } = event.currentTarget as HTMLCanvasElement;
    const x = (event.offsetX / clientWidth) * image.width;
    const y = (event.offsetY / clientHeight) * image.height;
    const cell = cellAt(x, y, { rows: image.height, columns: image.width });
    onPoint(weightText(layer, cell.row * image.width + cell.column, unit));
  };
  return (
    <figure class="unit-image">
      <Pixels
        columns={image.width}
        rows={image.height}
        paint={paint}
        role="img"
        aria-label={`Weights of ${layer.outputNames[unit]}, bias ${formatSigned(layer.biases[unit])}`}
        onPointerMove={point}
        onPointerLeave={() => onPoint('')}
      />
      <figcaption>
        {layer.outputNames[unit]}
        <br />
        <span class="muted">{formatLoss(norm)}</span>
      </figcaption>
    </figure>
  );
}
