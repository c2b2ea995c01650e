import { Random } from '../engine/random';
import { isPlainText } from '../fileFormats';
import { builtins } from './builtins';
import { readTable } from './formats';
import { readLines } from './formats/lines';
import { generate, generators } from './generators';
import { entryOf } from './names';
import { DataError, type DataOptions, type DataSource, type Origin, type Table } from './types';

/** Keeps the generated points apart from every other use of the same seed. */
const generatorStream = 101;

const defaultSamples = 500;

/** The table that the options name: a file, a built-in data set or a generated one. */
export async function readMain(options: DataOptions, seed: number, source: DataSource): Promise<Table> {
  const { path, builtin, generator, samples = defaultSamples, noise = 0 } = options;
  if (path !== undefined) {
    const origin = { key: 'data.path', path } as const;
    return options.text ? readTextFile(origin, source) : readFile(origin, source, options.labels_path);
  }
  if (builtin !== undefined) {
    const { path: examplePath, ...known } = entryOf(builtins, builtin, 'data.builtin');
    const origin: Origin = { key: 'data.builtin', path: examplePath };
    return { ...readTable(await source.readExample(examplePath), origin), ...known };
  }
  if (generator !== undefined) {
    const draw = entryOf(generators, generator, 'data.generator');
    return generate(generator, draw, samples, noise, Random.seeded(seed, generatorStream));
  }
  const message = 'No data: name a file with path, a built-in data set with builtin, or a generator.';
  throw new DataError('no-data', 'data.path', message);
}

/** A table with a column of texts: of the lines of a `.txt` file, or of any other table. */
export const readTextFile = async (origin: Origin, source: DataSource): Promise<Table> =>
  isPlainText(origin.path)
    ? readLines(await source.read(origin.path), origin)
    : readTable(await source.read(origin.path), origin);

/** A table from a file; images are joined with their labels, which lie in a file of their own. */
export async function readFile(origin: Origin, source: DataSource, labelsPath?: string): Promise<Table> {
  const table = readTable(await source.read(origin.path), origin);
  const path = labelsPath ?? (table.image ? labelsPathOf(origin) : undefined);
  if (path === undefined) return table;
  const labels = readTable(await source.read(path), { key: 'data.labels_path', path });
  return withLabels(table, labels);
}

/** MNIST and its kin name the two files alike: `train-images-idx3-ubyte` and `train-labels-idx1-ubyte`. */
function labelsPathOf({ key, path }: Origin): string {
  const labelsPath = path.replace(/images(?<idx>[-.]idx)3/, 'labels$<idx>1');
  if (labelsPath !== path) return labelsPath;
  const remedy =
    key === 'data.path'
      ? 'Name the file of labels with labels_path.'
      : '"images-idx3" must be part of its name.';
  throw new DataError('no-labels', key, `${path} holds images without labels. ${remedy}`);
}

function withLabels(table: Table, labels: Table): Table {
  const { key, path } = labels.origin;
  const [label, ...others] = labels.columns;
  if (label === undefined || others.length > 0) {
    throw new DataError(
      'bad-labels',
      key,
      `${path} has ${labels.columns.length} columns; labels must be one.`,
    );
  }
  if (labels.nRows !== table.nRows) {
    const message = `${path} has ${labels.nRows} labels, but ${table.origin.path} has ${table.nRows} rows.`;
    throw new DataError('label-count', key, message);
  }
  return { ...table, columns: [...table.columns, label], target: label.name, labelsPath: path };
}
