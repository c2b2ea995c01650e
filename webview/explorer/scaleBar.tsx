import { useCallback } from 'preact/hooks';
import type { DivergingColours } from '../colour';
import { formatSigned } from '../format';
import { Pixels } from '../parts/pixels';
import { paintValues } from './weights/paint';

const nSteps = 65;

interface ScaleBarProps {
  readonly limit: number;
  readonly colours: DivergingColours;
}

/** Which colour is which value. */
export function ScaleBar({ limit, colours }: ScaleBarProps) {
  const paint = useCallback(
    (pixels: Uint8ClampedArray) => paintValues(pixels, i => (2 * i) / (nSteps - 1) - 1, 1, colours),
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
