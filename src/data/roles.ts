import { columnsNamed } from './columns';
import { listed } from './names';
import {
  type Column,
  DataError,
  type DataOptions,
  type ImageShape,
  type Preprocessing,
  type Table,
} from './types';

/** What each column of a table is for; columns that are left out do not appear. */
export interface Roles {
  readonly target: Column;
  readonly features: readonly Column[];
  readonly image: ImageShape | null;
}

type RoleOptions = Pick<DataOptions, 'target' | 'features' | 'image'>;

export function chooseRoles(table: Table, options: RoleOptions): Roles {
  const targetName = options.target ?? table.target;
  if (targetName === undefined) {
    const names = table.columns.map(column => column.name);
    const message = `Name the column to predict as the target. There are: ${listed(names)}.`;
    throw new DataError('no-target', 'data.target', message);
  }
  const [target] = columnsNamed(table, [targetName], 'data.target') as [Column];
  if (options.features?.includes(targetName)) {
    const message = `"${targetName}" is the target and cannot be a feature too. Take it out of the features.`;
    throw new DataError('target-is-feature', 'data.features', message);
  }
  const features = options.features
    ? columnsNamed(table, [...new Set(options.features)], 'data.features')
    : table.columns.filter(column => column !== target);
  if (features.length === 0) {
    throw new DataError('no-features', 'data.features', 'No column is left beside the target to learn from.');
  }
  return { target, features, image: imageOf(table, features, options.image) };
}

/** The columns that a fitted mapping was made for, in a table that may be another one. */
export function fittedRoles(table: Table, { target, features, image }: Preprocessing): Roles {
  const names = [target.name, ...features.map(feature => feature.name)];
  const [targetColumn, ...featureColumns] = columnsNamed(table, names, table.origin.key) as [
    Column,
    ...Column[],
  ];
  return { target: targetColumn, features: featureColumns, image };
}

/** The shape that was asked for must fit; the one that the file knows is dropped when pixels were left out. */
function imageOf(table: Table, features: readonly Column[], asked?: ImageShape): ImageShape | null {
  const nNumeric = features.filter(feature => feature.kind === 'numeric').length;
  const fits = ({ width, height }: ImageShape) =>
    width * height === features.length && nNumeric === features.length;
  if (asked && !fits(asked)) {
    const { width, height } = asked;
    const others = features.length - nNumeric;
    const message =
      `An image of ${width} × ${height} has ${width * height} pixels, but there are ${nNumeric} numeric features` +
      `${others > 0 ? ` and ${others} others` : ''}. Change the image, or name its columns in features.`;
    throw new DataError('image-shape', 'data.image', message);
  }
  return asked ?? (table.image && fits(table.image) ? table.image : null);
}
