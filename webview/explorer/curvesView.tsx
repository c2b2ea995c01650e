import { RunCurves } from '../charts/runCurves';
import { useExplorer } from './context';

export function CurvesView() {
  const { view, runs, compared } = useExplorer();
  return <RunCurves view={view} runs={runs} compared={compared} />;
}
