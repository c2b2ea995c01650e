import { formatOf, isPlainText } from '../../fileFormats';
import type { Configuration } from '../configuration';
import { categoricalOf } from '../resolve';
import type { Rule } from './rule';

const isIdx = (path = '') => formatOf(path) === 'idx';
const isTable = (path = '') => formatOf(path) === 'csv';

const oneSource: Rule = {
  code: 'one-source',
  severity: 'error',
  find({ data: { path, builtin, generator } }) {
    const named = Object.entries({ path, builtin, generator }).filter(([, value]) => value !== undefined);
    if (named.length === 1) return null;
    if (named.length === 0) {
      return {
        key: 'data',
        message:
          'Nothing to learn from. Name a file with path, a set with builtin, or a shape with generator.',
      };
    }
    const names = named.map(([name]) => name);
    return {
      key: `data.${names[1]}`,
      message: `${names.join(' and ')} exclude each other. Keep one of them.`,
    };
  },
};

function needsWords(path: string, hasText: boolean): string {
  if (hasText)
    return 'Texts in a table need a target: add the column that holds them, for example target: title.';
  const table = 'A table needs a target: add the column to predict, for example target: species.';
  return isPlainText(path)
    ? `${table} To learn from lines of text, add text: { context: 5 } instead.`
    : table;
}

const targetOfTable: Rule = {
  code: 'no-target',
  severity: 'error',
  find: ({ data: { path = '', target, text } }) =>
    isTable(path) && target === undefined && !(text && isPlainText(path))
      ? {
          key: 'data.path',
          message: needsWords(path, text !== undefined),
        }
      : null,
};

const labelsOfImages: Rule = {
  code: 'no-labels',
  severity: 'error',
  find: ({ data: { path, labels_path } }) =>
    isIdx(path) && labels_path === undefined
      ? {
          key: 'data.path',
          message: 'IDX images keep their classes in a second file. Name it with labels_path.',
        }
      : null,
};

const labelsWithoutImages: Rule = {
  code: 'no-effect',
  severity: 'warning',
  find: ({ data: { path, labels_path } }) =>
    labels_path !== undefined && !isIdx(path)
      ? {
          key: 'data.labels_path',
          message:
            'labels_path has no effect: it is for images in IDX format. Remove it, or name the images with path.',
        }
      : null,
};

const generatorOnly = (name: keyof Configuration['data'] & string): Rule => ({
  code: 'no-effect',
  severity: 'warning',
  find: ({ data }) =>
    data[name] !== undefined && data.generator === undefined
      ? { key: `data.${name}`, message: `${name} has no effect: it is for data from a generator. Remove it.` }
      : null,
});

const targetAmongFeatures: Rule = {
  code: 'target-is-feature',
  severity: 'error',
  find: ({ data: { target, features } }) =>
    target !== undefined && features?.includes(target)
      ? {
          key: 'data.features',
          message: 'The target is among the features: the model would only copy it. Remove it here.',
        }
      : null,
};

const twoValidationParts: Rule = {
  code: 'no-effect',
  severity: 'warning',
  find: ({ data: { validation_path, validation_fraction } }) =>
    validation_path !== undefined && validation_fraction !== undefined
      ? {
          key: 'data.validation_fraction',
          message: 'validation_fraction has no effect beside validation_path. Remove one of them.',
        }
      : null,
};

const widthOfEmbeddings: Rule = {
  code: 'no-effect',
  severity: 'warning',
  find: ({ data }) =>
    data.embedding_dim !== undefined && categoricalOf(data) === 'one_hot'
      ? {
          key: 'data.embedding_dim',
          message:
            'embedding_dim has no effect with categorical: one_hot. Remove it, or set categorical: embedding.',
        }
      : null,
};

const textsOfFile: Rule = {
  code: 'no-texts',
  severity: 'error',
  find: ({ data: { path, text } }) =>
    text && (path === undefined || isIdx(path))
      ? {
          key: 'data.text',
          message:
            'There are no texts to learn from. Remove text, or name a file of lines, or a table, with path.',
        }
      : null,
};

const notOfTexts = (name: 'features' | 'task' | 'image' | 'scaling' | 'stratify'): Rule => ({
  code: 'no-effect',
  severity: 'warning',
  find: ({ data }) =>
    data.text && data[name] !== undefined
      ? {
          key: `data.${name}`,
          message: `${name} has no effect with text: characters are predicted. Remove it.`,
        }
      : null,
});

const targetOfLines: Rule = {
  code: 'no-effect',
  severity: 'warning',
  find: ({ data: { path, text, target } }) =>
    text && path !== undefined && isPlainText(path) && target !== undefined
      ? {
          key: 'data.target',
          message: 'target has no effect: each line of the file is a text. Remove it.',
        }
      : null,
};

export const dataRules: readonly Rule[] = [
  oneSource,
  targetOfTable,
  labelsOfImages,
  labelsWithoutImages,
  generatorOnly('samples'),
  generatorOnly('noise'),
  targetAmongFeatures,
  twoValidationParts,
  widthOfEmbeddings,
  textsOfFile,
  notOfTexts('features'),
  notOfTexts('task'),
  notOfTexts('image'),
  notOfTexts('scaling'),
  notOfTexts('stratify'),
  targetOfLines,
];
