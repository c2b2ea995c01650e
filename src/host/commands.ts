import * as vscode from 'vscode';
import { commands } from '../ids';
import type { RunSummary } from '../protocol';
import { reasonOf } from '../reason';
import { isLive } from '../runs/record';
import { changeHyperparameter, changeValue, rateFactor } from './commands/change';
import { compareConfiguration } from './commands/compareConfiguration';
import { createConfiguration } from './commands/createConfiguration';
import { openExample } from './commands/openExample';
import { deleteRun, openRun, renameRun } from './commands/runs';
import { showModelExplorer } from './commands/showModelExplorer';
import { trainModel } from './commands/trainModel';
import type { Diagnostics } from './diagnostics';
import type { ExplorerPanel } from './explorerPanel';
import type { LiveRun } from './liveRun';
import type { RunStore } from './runStore';
import { tell } from './tell';
import type { Trainers } from './trainers';
import type { Training } from './training';

/** What the commands act on. */
export interface Services {
  readonly extension: vscode.Uri;
  readonly store: RunStore;
  readonly training: Training;
  readonly trainers: Trainers;
  readonly diagnostics: Diagnostics;
  readonly explorer: ExplorerPanel;
  readonly log: vscode.LogOutputChannel;
}

export function registerCommands(services: Services): vscode.Disposable {
  const { store, log } = services;
  const register = (id: string, run: (...args: never[]) => unknown) =>
    vscode.commands.registerCommand(id, async (...args: never[]) => {
      try {
        return await run(...args);
      } catch (error) {
        const message = reasonOf(error);
        log.error(`${id}: ${message}`);
        void tell.error(message);
      }
    });
  return vscode.Disposable.from(
    register(commands.trainModel, (uri?: vscode.Uri) => trainModel(services, uri)),
    register(commands.trainStepByStep, (uri?: vscode.Uri) => trainModel(services, uri, true)),
    register(commands.stopTraining, (run?: RunSummary) => liveRun(store, run).stop()),
    register(commands.pauseTraining, (run?: RunSummary) => liveRun(store, run).pause()),
    register(commands.resumeTraining, (run?: RunSummary) => resume(services, run)),
    register(commands.step, (run?: RunSummary) => liveRun(store, run).step()),
    register(commands.runEpoch, (run?: RunSummary) => liveRun(store, run).runEpoch()),
    register(commands.changeLearningRate, (run?: RunSummary) =>
      changeValue(liveRun(store, run), 'learning_rate'),
    ),
    register(commands.raiseLearningRate, (run?: RunSummary) =>
      liveRun(store, run).scale('learning_rate', rateFactor),
    ),
    register(commands.lowerLearningRate, (run?: RunSummary) =>
      liveRun(store, run).scale('learning_rate', 1 / rateFactor),
    ),
    register(commands.changeHyperparameter, (run?: RunSummary) => changeHyperparameter(liveRun(store, run))),
    register(commands.compareConfiguration, (run?: RunSummary) => compareConfiguration(services, run)),
    register(commands.showModelExplorer, () => showModelExplorer(services)),
    register(commands.createConfiguration, (uri?: vscode.Uri) => createConfiguration(services, uri)),
    register(commands.openExample, () => openExample(services)),
    register(commands.showLog, () => log.show()),
    register(commands.refreshRuns, () => store.refresh()),
    register(commands.openRun, run => openRun(services, run)),
    register(commands.renameRun, run => renameRun(services, run)),
    register(commands.deleteRun, run => deleteRun(services, run)),
  );
}

/** The run that a view or a lens means; from the palette, the newest that trains. */
function liveRun(store: RunStore, run?: RunSummary): LiveRun {
  // A menu may hand over something else than a run.
  const live = run?.folder ? store.live(run.folder) : store.active;
  if (live) return live;
  throw new Error(
    run?.folder
      ? vscode.l10n.t('{0} is trained by another program; stop it there.', run.name)
      : vscode.l10n.t('There is no training to act on.'),
  );
}

/** A paused run goes on, and so does one that was stopped or interrupted, from where it was last saved. */
const resume = ({ store, training }: Services, run?: RunSummary) =>
  run?.folder && !isLive(run.status) ? training.goOn(run) : liveRun(store, run).resume();
