import { allRows, countDistinct, isMissing } from './columns';
import { unnamedIndex } from './formats/header';
import { hasTooManyCategories } from './identifiers';
import { chooseRoles } from './roles';
import { taskOf } from './task';
import type { Column, Missing, Table, Task } from './types';

/** What can be said about a table before anything is configured: enough to write a configuration that trains. */
export interface TableDescription {
  readonly target: string;
  readonly task: Task;
  /** Number of classes. */
  readonly classes?: number;
  readonly nRows: number;
  /** The file with the classes of images. */
  readonly labelsPath?: string;
  readonly columns: readonly ColumnDescription[];
  /** The columns to learn from, when some are better left out. */
  readonly features?: readonly string[];
  /** How to go on in spite of missing cells, when there are any. */
  readonly missing?: Exclude<Missing, 'error'>;
}

export interface ColumnDescription {
  readonly name: string;
  readonly kind: Column['kind'];
  readonly nDistinct: number;
  readonly nMissing: number;
}

/** Names that targets usually have, the likeliest first. */
const targetNames = ['target', 'label', 'class', 'species', 'digit', 'survived', 'outcome', 'diagnosis', 'y'];

/** `id`, `row`, `customer_id`, `PassengerId`, the index of pandas; not `valid` or `humid`. */
const identifierNames = [
  new RegExp(`^(?:${unnamedIndex}|unnamed: 0)$`, 'i'),
  /^(?:index|row|no|nr|number|id|.*[_ -]id)$/i,
  /[a-z]I[dD]$/,
];

export function describeTable(table: Table, target = likelyTarget(table)): TableDescription {
  if (table.labelsPath !== undefined) return describeImages(table, table.labelsPath, target);
  const rows = allRows(table);
  const columns = table.columns.map(column => describeColumn(column, rows));
  const roles = chooseRoles(table, { target });
  const task = taskOf(roles.target, rows);

  const described = new Map(columns.map(column => [column.name, column]));
  const used = roles.features.filter(column => !isUseless(column, described.get(column.name)!, table.nRows));
  const hasMissing = (column: Column) => described.get(column.name)!.nMissing > 0;
  return {
    target,
    task,
    ...(task === 'classification' && { classes: described.get(target)!.nDistinct }),
    nRows: table.nRows,
    columns,
    ...(used.length < roles.features.length && { features: used.map(column => column.name) }),
    // A target cannot be imputed.
    ...(hasMissing(roles.target) ? { missing: 'drop_row' } : used.some(hasMissing) && { missing: 'impute' }),
  };
}

/** Bytes have no missing values, and to look at each pixel of each image would take seconds. */
function describeImages(table: Table, labelsPath: string, target: string): TableDescription {
  const labels = table.columns.filter(({ name }) => name === target);
  const columns = labels.map(column => describeColumn(column, allRows(table)));
  const classes = columns[0]?.nDistinct ?? 0;
  return { target, task: 'classification', classes, nRows: table.nRows, labelsPath, columns };
}

function likelyTarget(table: Table): string {
  if (table.target !== undefined) return table.target;
  const names = table.columns.map(column => column.name);
  for (const likely of targetNames) {
    const name = names.find(other => other.toLowerCase() === likely);
    if (name !== undefined) return name;
  }
  return names.at(-1)!;
}

function describeColumn(column: Column, rows: Uint32Array): ColumnDescription {
  let nMissing = 0;
  for (const row of rows) if (isMissing(column, row)) nMissing++;
  return { name: column.name, kind: column.kind, nDistinct: countDistinct(column, rows), nMissing };
}

/** Identifiers, columns without a value, and numbers that are texts too often to be imputed. */
function isUseless(column: Column, { nDistinct, nMissing }: ColumnDescription, nRows: number): boolean {
  if (nMissing === nRows) return true;
  const isUnique = nDistinct === nRows - nMissing;
  if (column.kind === 'categorical') return isUnique || hasTooManyCategories(nDistinct, nRows);
  if (column.strays && column.strays.size > nRows / 10) return true;
  return isUnique && identifierNames.some(pattern => pattern.test(column.name));
}
