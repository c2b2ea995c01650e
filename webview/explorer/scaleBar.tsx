import { useCallback } from 'preact/hooks';
import { type DivergingColours, diverging } from '../colour';
import { formatSigned } from '../format';
import { Pixels } from '../parts/pixels';

const nSteps = 65;

interface ScaleBarProps {
  readonly limit: number;
  readonly colours: DivergingColours;
}

/** Which colour is which value. */
export function ScaleBar({ limit, colours }: ScaleBarProps) {
  const paint = useCallback(
    (pixels: Uint8ClampedArray) => {
      for (let i = 0; i < nSteps; i++) {
        const value = (2 * i) / (nSteps - 1) - 1;
        pixels.set([...diverging(value, 1, colours), 255], 4 * i);
      }
    },
    [colours],
  );
  return (
    <div class="scale-bar">
      <span>{formatSigned(-limit)}</span>
      <Pixels columns={nSteps} rows={1} paint={paint} aria-hidden="true" />
      <span>{`+${formatSigned(limit)}`}</span>
    </div>
  );
}
