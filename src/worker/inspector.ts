import type { Dataset, Part, Split } from '../data/types';
import type { Evaluation } from '../engine/evaluate';
import { kernelNamed } from '../engine/kernels';
import type { Network } from '../engine/network';
import type { Platform } from '../platform/types';
import type { DataAccess } from '../protocol';
import type { Inquiry, ModelAt, Questions, Snapshot, WeightEdit } from '../protocol/questions';
import { restoreWeights } from '../runs/checkpoint';
import { fileNames } from '../runs/runFolder';
import { isQuestion, questions } from './questions';
import type { Question, Subject } from './questions/question';
import { splits } from './questions/splits';
import { Rejection } from './rejection';
import { Remembered } from './remembered';
import { openRunFolder, openStoredRun, partOf, reloadDataset, type StoredRun } from './storedRun';

export interface InspectorParams extends Inquiry, DataAccess {
  /** The weights of a live run; null looks at those that are stored. */
  readonly live: Snapshot | null;
}

/** Answers what views ask. It keeps the last model and the last data, because the next question is mostly about them too. */
export class Inspector {
  readonly #datasets = new Remembered<Dataset>(1);
  readonly #subjects = new Remembered<Subject>(1);

  constructor(private readonly platform: Platform) {}

  async answer(params: InspectorParams): Promise<unknown> {
    const { question: name } = params;
    if (!isQuestion(name)) throw new Rejection('unknown-question', `Nothing is known of "${name}".`);
    // Name and parameters are a pair of the registry's, which TypeScript cannot see through the index.
    const question = questions[name] as Question<keyof Questions>;
    const checked = question.params.safeParse(params.params);
    if (checked.error) throw new Rejection('wrong-question', `${name}: ${checked.error.issues[0]!.message}`);
    return question.answer(await this.#subjectOf(params), checked.data);
  }

  async #subjectOf({ at, live, allowedFolder }: InspectorParams): Promise<Subject> {
    const version = live ? live.step : await this.#storedVersion(at.runFolder);
    const key = JSON.stringify([at, version]);
    return this.#subjects.get(key, () => this.#open(at, live, allowedFolder));
  }

  /** Another program may train the run. */
  async #storedVersion(runFolder: string) {
    const { files, paths } = this.platform;
    return (await files.status(paths.join(runFolder, fileNames.record)))?.modifiedMs;
  }

  async #open(at: ModelAt, live: Snapshot | null, allowedFolder: string | null): Promise<Subject> {
    const run = live
      ? await this.#openLive(at.runFolder, live)
      : await openStoredRun(this.platform, at.runFolder, at.epoch);
    for (const edit of at.edits) change(run.network, edit);
    const evaluations = new Remembered<Evaluation>(splits.length);
    const dataset = () => this.#datasetOf(run, allowedFolder);
    const part = async (split: Split): Promise<Part> => partOf(await dataset(), split);
    const evaluate = async (split: Split) =>
      kernelNamed(run.kernel).evaluate(run.network, run.loss, await part(split));
    const evaluation = (split: Split) => evaluations.get(split, () => evaluate(split));
    return { ...run, platform: this.platform, dataset, part, evaluation };
  }

  async #openLive(runFolder: string, { epoch, weights }: Snapshot): Promise<StoredRun> {
    const run = await openRunFolder(this.platform, runFolder);
    restoreWeights(weights, run.network);
    return { ...run, epoch };
  }

  #datasetOf(run: StoredRun, allowedFolder: string | null): Promise<Dataset> {
    const key = JSON.stringify([run.runFolder, run.record.data.fingerprint, allowedFolder]);
    return this.#datasets.get(key, () => reloadDataset(this.platform, run.runFolder, run, allowedFolder));
  }
}

/** Puts one weight or bias in its place. */
function change({ layers }: Network, { layer, input, output, value }: WeightEdit) {
  const { weights, biases } = layers[layer] ?? {};
  const target = input === null ? biases : weights;
  const index = input === null ? output : input * (biases?.length ?? 0) + output;
  if (!target || output >= biases!.length || index >= target.length)
    throw new Rejection('no-weight', `The model has no such weight in layer ${layer + 1}.`);
  target[index] = value;
}
