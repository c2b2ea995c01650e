import type { RunStyle } from './runStyle';

/** A piece of a run's line, for lists. */
export const LineSample = ({ style: { colour, dash } }: { readonly style: RunStyle }) => (
  <svg class="line-sample" width="20" height="8" aria-hidden="true">
    <line x1="0" x2="20" y1="4" y2="4" stroke={colour} stroke-width="2" stroke-dasharray={dash.join(' ')} />
  </svg>
);
