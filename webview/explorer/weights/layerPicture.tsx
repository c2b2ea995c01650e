import type { LayerList, LayerSummary } from '../../../src/protocol';
import { useChoice } from '../../hooks';
import { t } from '../../l10n';
import { EmbeddingMap } from './embeddingMap';
import { HeatMap } from './heatMap';
import { type PictureName, picturesOf } from './pictures';
import { Ridges } from './ridgeView';
import { Choices } from './toolbar';
import { UnitImages } from './unitImages';

interface LayerPictureProps {
  readonly list: LayerList;
  readonly layer: LayerSummary;
}

const titles: Readonly<Record<PictureName, () => string>> = {
  images: () => t('Images'),
  map: () => t('Map'),
  heatMap: () => t('Heat map'),
  histograms: () => t('Histograms'),
};

/** The chosen layer, in the way that a person chose or that suits it best. */
export function LayerPicture({ list, layer }: LayerPictureProps) {
  const [wanted, choose] = useChoice<string>('layerPicture', '');
  const names = picturesOf(list, layer);
  const shown = names.find(name => name === wanted) ?? names[0]!;
  return (
    <section class="layer" aria-label={t('Weights of {0}', layer.name)}>
      <div class="tools">
        <h2>{layer.name}</h2>
        {names.length > 1 && (
          <Choices
            label={t('Picture of {0}', layer.name)}
            options={names.map(value => ({ value, title: titles[value]() }))}
            value={shown}
            onChange={choose}
          />
        )}
      </div>
      {shown === 'images' && <UnitImages />}
      {shown === 'map' && <EmbeddingMap table={layer.name} />}
      {shown === 'heatMap' && <HeatMap layer={layer.name} />}
      {shown === 'histograms' && <Ridges list={list} layer={layer} />}
    </section>
  );
}
