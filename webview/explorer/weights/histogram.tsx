import { histogramText, type WeightHistogram, zeroPosition } from './layerHealth';

const height = 20;

/** A bar a bin, the highest one as high as the picture; a line marks 0. */
export function Histogram({ histogram }: { readonly histogram: WeightHistogram }) {
  const { counts } = histogram;
  const largest = Math.max(...counts);
  const zero = zeroPosition(histogram);
  const text = histogramText(histogram);
  return (
    <svg
      class="histogram"
      role="img"
      aria-label={text}
      viewBox={`0 0 ${counts.length} ${height}`}
      preserveAspectRatio="none"
    >
      <title>{text}</title>
      {counts.map((count, bin) => {
        const size = (height * count) / largest;
        return <rect key={bin} x={bin + 0.1} y={height - size} width="0.8" height={size} />;
      })}
      {zero !== null && (
        <rect class="zero" x={zero * counts.length - 0.15} y="0" width="0.3" height={height} />
      )}
    </svg>
  );
}
