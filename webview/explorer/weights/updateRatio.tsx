import { formatLoss, missing } from '../../format';
import { t } from '../../l10n';
import { updateOf } from './layerHealth';

/** Ends of the bar and of the band on it, as powers of ten. */
const [first, last] = [-7, 0];
const band = { from: -4, to: -2 };
const [width, height] = [56, 10];
const at = (power: number) => ((Math.min(last, Math.max(first, power)) - first) / (last - first)) * width;

/** How far a step moves the weights, as a power of ten, on a bar whose usual part is shaded. */
export function UpdateRatio({ ratio }: { readonly ratio: number | null }) {
  const update = updateOf(ratio);
  if (!update) return <>{missing}</>;
  const { power, text, verdict } = update;
  const x = at(power);
  return (
    <span class="update" title={t('{0} of the mean weight a step: {1}', formatLoss(ratio), verdict)}>
      <span>
        {text}
        <span class={power < band.from || power > band.to ? 'strong' : 'visually-hidden'}> {verdict}</span>
      </span>
      <svg width={width} height={height} aria-hidden="true">
        <rect class="band" x={at(band.from)} y="0" width={at(band.to) - at(band.from)} height={height} />
        <line x1="0" x2={width} y1={height / 2} y2={height / 2} />
        <path class="marker" d={`M${x} 0l4 5l-4 5l-4 -5z`} />
      </svg>
    </span>
  );
}
