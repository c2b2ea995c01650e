import './weights.css';
import type { ImageShape, Inspection, LayerWeights, RunView } from '../../src/protocol';
import { largestMagnitude } from '../colour';
import { formatCount } from '../format';
import { useChoice, useHeldUnderPointer } from '../hooks';
import { isLive } from '../runText';
import { useTheme } from '../theme';
import { HeatMap } from './heatMap';
import { LayerHealth } from './layerHealthTable';
import { ScaleBar } from './scaleBar';
import { UnitImages } from './unitImages';
import { Waiting } from './waiting';
import type { WaitingText } from './waitingText';

interface WeightsProps {
  readonly view: RunView;
  readonly inspection: Inspection | null;
  readonly waiting: WaitingText;
}

/** What the layers have learned: a list of them, and a picture of the chosen one. */
export function Weights({ view: { run, epochs }, inspection: latest, waiting }: WeightsProps) {
  const [inspection, pointerHandlers] = useHeldUnderPointer(latest, isLive(run.status), run.folder);
  const [chosen, choose] = useChoice<string>('layer', '');
  const theme = useTheme();
  const all = inspection ? [...inspection.tables, ...inspection.layers] : [];
  const layer = all.find(({ name }) => name === chosen) ?? all[0];
  if (!inspection || !layer) return <Waiting waiting={waiting} />;

  const image = layer === inspection.layers[0] ? imageOf(layer, inspection.image) : null;
  const limit = largestMagnitude(layer.weights, layer.biases);
  const picture = { layer, limit, colours: theme.weights };
  return (
    <div class="weights" {...pointerHandlers}>
      <ul class="layers" aria-label="Layers">
        {all.map(({ name, activation, inputNames, outputNames }) => (
          <li key={name}>
            <button
              type="button"
              data-layer={name}
              aria-pressed={name === layer.name}
              onClick={() => choose(name)}
            >
              <span>{name}</span>
              <span class="muted">
                {formatCount(inputNames.length)} × {formatCount(outputNames.length)} · {activation}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <LayerHealth epochs={epochs} epoch={inspection.epoch} layers={inspection.layers} />
      <section class="layer" aria-label={`Weights of ${layer.name}`}>
        <p class="muted">weights after epoch {formatCount(inspection.epoch)}</p>
        <ScaleBar limit={limit} colours={theme.weights} />
        {image ? <UnitImages {...picture} image={image} /> : <HeatMap {...picture} />}
      </section>
    </div>
  );
}

/** The shape in which the layer's inputs are an image, if they are its pixels and nothing else. */
function imageOf(layer: LayerWeights, image: ImageShape | null): ImageShape | null {
  return image && image.width * image.height === layer.inputNames.length ? image : null;
}
