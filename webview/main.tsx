/** The one script of both webviews; the page's body says which of them it is. */
import './base.css';
import { render } from 'preact';
import type { HostMessage } from '../src/protocol';
import { settle } from './ask';
import { Explorer } from './explorer/explorer';
import { post } from './host';
import { readTranslation } from './l10n';
import { LearningCurves } from './learningCurves';
import { initialState, reduce } from './store';

reportErrors();
readTranslation();
const viewName = document.body.dataset.view;
const View = viewName === 'explorer' ? Explorer : LearningCurves;
const root = document.createElement('main');
root.dataset.view = viewName;
document.body.append(root);

let state = initialState;
let isScheduled = false;

/** However many messages came, the page is drawn once a frame. */
function schedule(): void {
  if (isScheduled) return;
  isScheduled = true;
  requestAnimationFrame(() => {
    isScheduled = false;
    render(<View state={state} />, root);
  });
}

window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
  if (data.type === 'answer') return settle(data);
  const next = reduce(state, data);
  if (next === state) return;
  state = next;
  schedule();
});
post({ type: 'ready' });

function reportErrors(): void {
  const report = (reason: unknown) =>
    post({
      type: 'error',
      message: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason),
    });
  window.addEventListener('error', event => {
    // Notices without an error, such as an unfinished ResizeObserver round, are no fault of ours.
    if (event.error) report(event.error);
  });
  window.addEventListener('unhandledrejection', event => report(event.reason));
}
