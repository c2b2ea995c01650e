import type { LayerList, LayerSummary } from '../../../src/protocol';

export type PictureName = 'images' | 'map' | 'heatMap' | 'histograms';

/** The ways in which a layer can be shown, the one that says most first. */
export function picturesOf({ layers, image }: LayerList, layer: LayerSummary): readonly PictureName[] {
  if (layer.kind === 'table') return ['map', 'heatMap'];
  return image && layer === layers[0] ? ['images', 'heatMap', 'histograms'] : ['heatMap', 'histograms'];
}
