import './weights.css';
import { useAnswer } from '../../answers';
import { useChoice, useHeldUnderPointer } from '../../hooks';
import { isLive } from '../../runText';
import { useExplorer } from '../context';
import { Waiting } from '../waiting';
import { LayerPicture } from './layerPicture';
import { LayerTable } from './layerTable';

/** What the layers have learned: a table of them, and pictures of the chosen one. */
export function Weights() {
  const { view, run } = useExplorer();
  const answer = useAnswer('layers', null);
  const [list, pointerHandlers] = useHeldUnderPointer(answer.value, isLive(run.status), run.folder);
  const [chosen, choose] = useChoice<string>('layer', '');
  const layer = list?.layers.find(({ name }) => name === chosen) ?? list?.layers[0];
  if (!list || !layer) return <Waiting failure={answer.failure} />;
  return (
    <div class="weights">
      <div {...pointerHandlers}>
        <LayerTable epochs={view.epochs} list={list} chosen={layer.name} onChoose={choose} />
      </div>
      <LayerPicture key={layer.name} list={list} layer={layer} />
    </div>
  );
}
