import { Random } from '../engine/random';
import { divideRows, divideTexts } from './divide';
import { encode } from './encode';
import { RecordingSource } from './fingerprint';
import { textOf } from './inputs';
import { checkInputs } from './memory';
import { usableRows } from './missing';
import { readFile, readMain, readTextFile } from './read';
import { chooseRoles, fittedRoles } from './roles';
import { checkSamples, textRoles } from './texts';
import {
  DataError,
  type DataOptions,
  type DataSource,
  type Dataset,
  type Missing,
  type Origin,
  type Part,
  type Preprocessing,
  type Table,
} from './types';

/** Keeps the split apart from every other use of the same seed. */
const splitStream = 102;

/**
 * Reads, splits and encodes the data of a configuration.
 * @param stored the mapping of an earlier run; without it, one is fitted on the training part.
 * The same options, seed and bytes give the same parts, so a stored run can be looked at as it was trained.
 */
export async function loadDataset(
  options: DataOptions,
  seed: number,
  source: DataSource,
  stored?: Preprocessing,
): Promise<Dataset> {
  const recorder = new RecordingSource(source);
  const table = await readMain(options, seed, recorder);
  if (options.generator !== undefined) await recorder.record(generatorBytes(options, seed));
  const limits = { stored, memoryBudgetBytes: source.memoryBudgetBytes };
  const { preprocessing, train, validation } = divide(table, options, seed, limits);
  const partFrom = async (key: Origin['key'], path: string | undefined) =>
    path === undefined ? null : encodeFile({ key, path }, preprocessing, options.missing, recorder);
  return {
    preprocessing,
    train,
    validation: (await partFrom('data.validation_path', options.validation_path)) ?? validation,
    test: await partFrom('data.test_path', options.test_path),
    fingerprint: await recorder.fingerprint(),
  };
}

/** Reads another file and applies a fitted mapping to all of its usable rows; columns are matched by name. */
export async function encodeFile(
  origin: Origin,
  preprocessing: Preprocessing,
  missing: Missing,
  source: DataSource,
): Promise<Part> {
  const read = textOf(preprocessing.features) ? readTextFile : readFile;
  const table = await read(origin, source);
  const rows = usableRows(table, fittedRoles(table, preprocessing), missing);
  if (rows.length === 0)
    throw new DataError('too-few-rows', origin.key, `${origin.path} has no row without a missing cell.`);
  checkMemory(table, rows, preprocessing, source.memoryBudgetBytes);
  return encode(table, rows, preprocessing);
}

function checkMemory(table: Table, rows: Uint32Array, preprocessing: Preprocessing, limitBytes: number) {
  const text = textOf(preprocessing.features);
  if (text) checkSamples(table, rows, preprocessing, text, limitBytes);
  else checkInputs(table, rows.length, preprocessing, limitBytes);
}

type Divided = Pick<Dataset, 'preprocessing' | 'train' | 'validation'>;

/** A validation file of its own leaves the whole table for training. */
function divide(
  table: Table,
  options: DataOptions,
  seed: number,
  { stored, memoryBudgetBytes }: { stored: Preprocessing | undefined; memoryBudgetBytes: number },
): Divided {
  const roles = options.text ? textRoles(table, options) : chooseRoles(table, options);
  const rows = usableRows(table, roles, options.missing);
  const fraction = options.validation_path === undefined ? options.validation_fraction : 0;
  checkRowCount(table, rows.length, options.text !== undefined, fraction);
  const random = Random.seeded(seed, splitStream);
  const { parts, fitted } = options.text
    ? divideTexts(table, roles, rows, options, fraction, random)
    : divideRows(table, roles, rows, options, fraction, random, stored?.task);
  const preprocessing = stored ?? fitted();
  checkMemory(table, rows, preprocessing, memoryBudgetBytes);
  const validation = parts.validation.length > 0 ? encode(table, parts.validation, preprocessing) : null;
  return { preprocessing, train: encode(table, parts.train, preprocessing), validation };
}

/** A text has a sample for each of its characters, so that one is enough where none is held back. */
function checkRowCount({ origin: { key, path } }: Table, nRows: number, isText: boolean, fraction: number) {
  const isOneText = isText && nRows === 1;
  if (nRows >= 2 || (isOneText && fraction === 0)) return;
  const message = isOneText
    ? `${path} has one text, and whole texts are held back for validation. Give each text a line of its own, or set validation_fraction: 0.`
    : `${path} has ${nRows} usable row(s); at least 2 are needed.`;
  throw new DataError('too-few-rows', key, message);
}

/** What decides every bit of a generated table. */
function generatorBytes({ generator, samples, noise }: DataOptions, seed: number): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ generator, samples, noise, seed }));
}
