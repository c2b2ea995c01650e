import { useCallback } from 'preact/hooks';
import type { ImageShape } from '../../src/protocol';
import { Pixels } from '../parts/pixels';

interface PictureProps {
  readonly picture: Uint8Array;
  readonly image: ImageShape;
  readonly row: number;
}

/** A sample as the model sees it: 0 is black, 255 is white, in every theme. */
export function Picture({ picture, image, row }: PictureProps) {
  const paint = useCallback(
    (pixels: Uint8ClampedArray) => {
      for (const [i, grey] of picture.entries()) pixels.set([grey, grey, grey, 255], 4 * i);
    },
    [picture],
  );
  return (
    <Pixels
      columns={image.width}
      rows={image.height}
      paint={paint}
      role="img"
      aria-label={`Picture of row ${row}`}
    />
  );
}
