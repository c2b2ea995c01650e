import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { RunSummary } from '../../src/protocol';
import { useChoice } from '../hooks';
import { post } from '../host';
import type { ViewState } from '../store';
import { maxCompared } from './comparePicker';
import type { ComparedRunCurves } from './frame';
import { runStyles } from './runStyle';
import { useSame } from './useSame';

/** The runs that are drawn behind the one that is shown; their curves are asked for once each. */
export function useCompared(shown: RunSummary, runs: readonly RunSummary[], compared: ViewState['compared']) {
  const [chosen, choose] = useChoice<readonly string[]>('compared', []);
  const asked = useRef(new Set<string>());
  const others = runs.filter(({ folder }) => folder !== shown.folder);
  const present = others.filter(({ folder }) => chosen.includes(folder)).slice(0, maxCompared);
  const missing = present
    .map(({ folder }) => folder)
    .filter(folder => !compared.has(folder) && !asked.current.has(folder));
  useEffect(() => {
    if (missing.length === 0) return;
    for (const folder of missing) asked.current.add(folder);
    post({ type: 'compare', runFolders: missing });
  }, [missing.join('\n')]);

  // Summaries come anew with every epoch of any run; the styles hang on which runs there are.
  const known = useSame(runs, (a, b) => a.folder === b.folder);
  const styles = useMemo(() => runStyles(known), [known]);
  const curves = present.flatMap((run): ComparedRunCurves[] => {
    const epochs = compared.get(run.folder);
    return epochs && epochs.length > 0 ? [{ run, epochs, style: styles.get(run.folder)! }] : [];
  });
  return { others, styles, chosen: present.map(({ folder }) => folder), choose, curves };
}
