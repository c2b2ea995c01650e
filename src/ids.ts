/** Every command, view, context key and setting id, spelled once; `manifest.test.ts` holds them against package.json. */

export const commands = {
  trainModel: 'descent.trainModel',
  trainStepByStep: 'descent.trainStepByStep',
  stopTraining: 'descent.stopTraining',
  pauseTraining: 'descent.pauseTraining',
  resumeTraining: 'descent.resumeTraining',
  step: 'descent.step',
  runEpoch: 'descent.runEpoch',
  changeLearningRate: 'descent.changeLearningRate',
  raiseLearningRate: 'descent.raiseLearningRate',
  lowerLearningRate: 'descent.lowerLearningRate',
  changeHyperparameter: 'descent.changeHyperparameter',
  compareConfiguration: 'descent.compareConfiguration',
  showModelExplorer: 'descent.showModelExplorer',
  createConfiguration: 'descent.createConfiguration',
  openExample: 'descent.openExample',
  showLog: 'descent.showLog',
  refreshRuns: 'descent.refreshRuns',
  openRun: 'descent.openRun',
  renameRun: 'descent.renameRun',
  deleteRun: 'descent.deleteRun',
} as const;

export const views = {
  container: 'descent',
  learningCurves: 'descent.learningCurves',
  runs: 'descent.runs',
} as const;

export const contextKeys = {
  training: 'descent.training',
  paused: 'descent.paused',
} as const;

export const settings = {
  openExplorerOnTrain: 'descent.openExplorerOnTrain',
  allowDataOutsideWorkspace: 'descent.allowDataOutsideWorkspace',
  threads: 'descent.threads',
} as const;

/** Theme colours; a person may set each in their own settings. */
export const colors = {
  trainCurve: 'descent.trainCurve',
  validationCurve: 'descent.validationCurve',
  chartGrid: 'descent.chartGrid',
} as const;

/** The editor panel's type; not contributed, so it stands in no manifest. */
export const explorerPanel = 'descent.modelExplorer';

/** Of documents that show what a configuration said when a run began. */
export const storedConfigurationScheme = 'descent-run';

export const diagnosticsOwner = 'descent';

/** Characters of a file, or of a text for the clipboard, that a view may hand to the host. */
export const maxContentLength = 2 ** 26;
