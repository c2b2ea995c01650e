import './curves.css';
import { useState } from 'preact/hooks';
import type { EpochMetrics, RunView } from '../../src/protocol';
import { useChoice } from '../hooks';
import { useTheme } from '../theme';
import { Changes } from './changes';
import { CurveChart } from './curveChart';
import { accuracy, loss } from './quantity';

/** The curves of a run; pointing at an epoch in one chart shows it in both. */
export function RunCurves({ view }: { readonly view: RunView }) {
  const theme = useTheme();
  const [hovered, setHovered] = useState<EpochMetrics | null>(null);
  const [isLog, setLog] = useChoice<boolean>('logLoss', false);
  const shared = { view, theme, hovered, onHover: setHovered };
  return (
    <div class="curves">
      <CurveChart {...shared} quantity={loss} isLog={isLog} onToggleLog={() => setLog(!isLog)} />
      {view.run.task === 'classification' && <CurveChart {...shared} quantity={accuracy} isLog={false} />}
      <Changes adjustments={view.run.adjustments} />
    </div>
  );
}
