import { RunCurves } from '../charts/runCurves';
import { useExplorer } from './context';

export const CurvesView = () => <RunCurves view={useExplorer().view} />;
