import { useCallback } from 'preact/hooks';
import type { Picture as PictureData } from '../../src/protocol';
import { t } from '../l10n';
import { Pixels } from '../parts/pixels';

interface PictureProps {
  readonly picture: PictureData;
  readonly row: number;
}

/** A sample as the model sees it: 0 is black, 255 is white, in every theme. */
export function Picture({ picture: { pixels: greys, width, height }, row }: PictureProps) {
  const paint = useCallback(
    (pixels: Uint8ClampedArray) => {
      for (const [i, grey] of greys.entries()) pixels.set([grey, grey, grey, 255], 4 * i);
    },
    [greys],
  );
  return (
    <Pixels
      columns={width}
      rows={height}
      paint={paint}
      role="img"
      aria-label={t('Picture of row {0}', row)}
    />
  );
}
