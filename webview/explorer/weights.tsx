import './weights.css';
import type { ImageShape, LayerWeights } from '../../src/protocol';
import { useAnswer } from '../answers';
import { largestMagnitude } from '../colour';
import { formatCount } from '../format';
import { useChoice, useHeldUnderPointer } from '../hooks';
import { isLive } from '../runText';
import { useTheme } from '../theme';
import { useExplorer } from './context';
import { HeatMap } from './heatMap';
import { LayerHealth } from './layerHealthTable';
import { ScaleBar } from './scaleBar';
import { UnitImages } from './unitImages';
import { Waiting } from './waiting';

/** What the layers have learned: a list of them, and a picture of the chosen one. */
export function Weights() {
  const { view, run } = useExplorer();
  const answer = useAnswer('weights', null);
  const [weights, pointerHandlers] = useHeldUnderPointer(answer.value, isLive(run.status), run.folder);
  const [chosen, choose] = useChoice<string>('layer', '');
  const theme = useTheme();
  const all = weights ? [...weights.tables, ...weights.layers] : [];
  const layer = all.find(({ name }) => name === chosen) ?? all[0];
  if (!weights || !layer) return <Waiting failure={answer.failure} />;

  const image = layer === weights.layers[0] ? imageOf(layer, weights.image) : null;
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
      <LayerHealth epochs={view.epochs} epoch={weights.epoch} layers={weights.layers} />
      <section class="layer" aria-label={`Weights of ${layer.name}`}>
        <p class="muted">weights after epoch {formatCount(weights.epoch)}</p>
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
