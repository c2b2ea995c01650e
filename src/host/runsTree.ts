import * as vscode from 'vscode';
import { commands, views } from '../ids';
import type { RunStatus, RunSummary } from '../protocol';
import { isLive } from '../runs/record';
import { language } from './language';
import type { RunStore } from './runStore';
import { shortName } from './statusBar';

const { t } = vscode.l10n;

const icons: Record<RunStatus, string> = {
  running: 'loading~spin',
  paused: 'debug-pause',
  finished: 'pass',
  stopped: 'stop-circle',
  diverged: 'warning',
  failed: 'error',
  interrupted: 'circle-slash',
};

const statusText = (status: RunStatus): string =>
  ({
    running: t('running'),
    paused: t('paused'),
    finished: t('finished'),
    stopped: t('stopped'),
    diverged: t('diverged'),
    failed: t('failed'),
    interrupted: t('interrupted'),
  })[status];

/** Ages are told in minutes. */
const ageIntervalMs = 60_000;

/** Every run of the workspace, the newest first: status, best validation accuracy, age. */
export function registerRunsTree(store: RunStore): vscode.Disposable {
  const aged = new vscode.EventEmitter<void>();
  const forwarding = store.onDidChangeRuns(() => aged.fire());
  const provider: vscode.TreeDataProvider<RunSummary> = {
    onDidChangeTreeData: aged.event,
    getChildren: run => (run ? [] : store.runs),
    getTreeItem: itemOf,
  };
  const tree = vscode.window.createTreeView(views.runs, { treeDataProvider: provider });
  const timer = setInterval(() => tree.visible && aged.fire(), ageIntervalMs);
  return vscode.Disposable.from(tree, aged, forwarding, { dispose: () => clearInterval(timer) });
}

function itemOf(run: RunSummary): vscode.TreeItem {
  const item = new vscode.TreeItem(`${shortName(run.configurationFile)} · ${run.name}`);
  item.id = run.folder;
  item.description = [result(run), ago(Date.parse(run.startedAt), Date.now())].filter(Boolean).join(' · ');
  item.iconPath = new vscode.ThemeIcon(icons[run.status]);
  const lines = [`${run.configurationFile}, ${run.name}: ${statusText(run.status)}`, run.message, run.folder];
  item.tooltip = lines.filter(Boolean).join('\n');
  item.contextValue = isLive(run.status) || run.readOnly ? 'run.locked' : 'run';
  item.command = { command: commands.openRun, title: t('Open Run'), arguments: [run] };
  return item;
}

/** Accuracy at the best epoch, else its loss. */
function result({ best }: RunSummary): string {
  const accuracy = best?.valAccuracy ?? best?.accuracy;
  if (accuracy != null) return `${(100 * accuracy).toFixed(1)} %`;
  const loss = best?.valLoss ?? best?.loss;
  return loss == null ? '' : t('loss {0}', loss.toPrecision(3));
}

/** How long ago, in the largest whole unit. */
function ago(thenMs: number, nowMs: number): string {
  const units = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
  ] as const;
  const format = new Intl.RelativeTimeFormat(language(), { style: 'narrow' });
  for (const [unit, ms] of units)
    if (nowMs - thenMs >= ms) return format.format(-Math.floor((nowMs - thenMs) / ms), unit);
  return t('just now');
}
