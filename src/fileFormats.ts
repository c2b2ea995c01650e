/** The kinds of data files by the ends of their names, in lower case and without `.gz`. */
export const fileEndings = {
  csv: ['.csv', '.tsv', '.txt'],
  idx: ['.idx', 'ubyte'],
} as const satisfies Record<string, readonly string[]>;

export type FileFormat = keyof typeof fileEndings;

/** The kind of a file, packed or not; undefined when its name does not tell. */
export function formatOf(path: string): FileFormat | undefined {
  const name = path.toLowerCase().replace(/\.gz$/, '');
  const found = Object.entries(fileEndings).find(([, endings]) => endings.some(end => name.endsWith(end)));
  return found?.[0] as FileFormat | undefined;
}

/** A file of texts for `data.text`; without it, such a file is read as a table. */
export const isPlainText = (path: string): boolean => /\.txt(\.gz)?$/i.test(path);

/** What a configuration for a data file is named after: `iris.csv.gz` is about `iris`. */
export const stemOf = (name: string): string => name.replace(/\.gz$/i, '').replace(/\.\w+$/, '');
