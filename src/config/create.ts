import type { TableDescription } from '../data/describe';

/**
 * A first configuration for a table, with comments for whoever has never written one.
 * @param file as it is to stand under `data.path`
 */
export function configurationText(file: string, table: TableDescription): string {
  return [...dataLines(file, table), '', ...modelLines(table), '', ...trainingLines(table), ''].join('\n');
}

function dataLines(
  file: string,
  { target, task, classes, nRows, labelsPath, columns, features, missing }: TableDescription,
): string[] {
  if (labelsPath !== undefined) return imageLines(file, labelsPath, nRows);
  const nMissing = columns.reduce((sum, column) => sum + column.nMissing, 0);
  const predicted =
    task === 'regression'
      ? 'the target is a quantity'
      : `the target is one of ${classes ?? 'several'} classes`;
  const lines = [
    '# What to learn from. Hover over a key to read what it does.',
    'data:',
    `  path: ${yamlText(file)} # ${counted(nRows, 'row')}`,
    `  target: ${yamlText(target)} # the column to predict`,
    `  task: ${task} # ${predicted}`,
  ];
  if (features !== undefined) {
    const others = columns
      .map(({ name }) => name)
      .filter(name => name !== target && !features.includes(name));
    lines.push(
      `  # Left out, because they name a row rather than describe it: ${others.map(yamlText).join(', ')}`,
    );
    lines.push('  features:', ...features.map(name => `    - ${yamlText(name)}`));
  }
  if (missing !== undefined) {
    const remedy =
      missing === 'impute' ? 'filled with what is typical of the column' : 'their rows are left out';
    lines.push(`  missing: ${missing} # ${counted(nMissing, 'cell')} empty; ${remedy}`);
  }
  lines.push('  scaling: standard # brings every numeric column to mean 0 and deviation 1');
  lines.push(
    '  validation_fraction: 0.2 # a fifth of the rows, drawn at random, is kept aside to see how the model does on new rows',
  );
  return lines;
}

function imageLines(file: string, labelsPath: string, nRows: number): string[] {
  return [
    '# What to learn from. Hover over a key to read what it does.',
    'data:',
    `  path: ${yamlText(file)} # ${counted(nRows, 'image')}`,
    `  labels_path: ${yamlText(labelsPath)} # their classes, in the same order`,
    '  scaling: unit # brings every pixel from 0 … 255 to 0 … 1',
    '  validation_fraction: 0.2 # a fifth of the images, drawn at random, is kept aside to see how the model does on new ones',
  ];
}

/** A first configuration for a file of texts, one a line: a model that learns to write such texts. */
export function textConfiguration(file: string, nTexts: number): string {
  return [
    '# What to learn from: each character from the ones before it. Hover over a key to read what it does.',
    'data:',
    `  path: ${yamlText(file)} # ${counted(nTexts, 'text')}, one a line`,
    '  text: { context: 5 } # how many characters back the model sees',
    '  validation_fraction: 0.1 # a tenth of the texts, drawn at random, is kept aside',
    '',
    '# The network between the characters before and the next one.',
    'model:',
    '  hidden_sizes: [64] # one hidden layer of 64 units',
    '  activation: tanh',
    '',
    '# How it learns.',
    'training:',
    '  epochs: 10 # passes over all characters; the best epoch is kept',
    '  batch_size: 32 # characters in one step',
    '  optimizer: adam',
    '  learning_rate: 0.005 # the first thing to tune: try ten times more and ten times less',
    '  seed: 42 # the same seed gives the same run',
    '',
  ].join('\n');
}

function modelLines({ nRows }: TableDescription): string[] {
  const [sizes, why] =
    nRows < 500
      ? ['[16]', 'one hidden layer of 16 units: few rows are soon learned by heart']
      : nRows < 5000
        ? ['[32]', 'one hidden layer of 32 units']
        : ['[64, 32]', 'two hidden layers'];
  return [
    '# The network between inputs and prediction.',
    'model:',
    `  hidden_sizes: ${sizes} # ${why}; [] would be a linear model`,
    '  activation: relu',
  ];
}

/** A quantity has outliers that throw plain gradient descent off; adam is robust against them. */
function trainingLines({ task, nRows }: TableDescription): string[] {
  const epochs = nRows < 1000 ? 100 : 30;
  const [optimizer, rate] = task === 'regression' ? ['adam', '0.01'] : ['sgd', '0.1'];
  return [
    '# How it learns.',
    'training:',
    `  epochs: ${epochs} # passes over the rows; the best epoch is kept`,
    `  batch_size: ${Math.max(1, Math.min(32, Math.floor(0.8 * nRows)))} # rows in one step`,
    `  optimizer: ${optimizer}`,
    `  learning_rate: ${rate} # the first thing to tune: try ten times more and ten times less`,
    '  seed: 42 # the same seed gives the same run',
  ];
}

const counted = (n: number, noun: string) => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;

/**
 * A text as YAML writes it: bare when nothing in it could mean anything else, else in double quotes.
 * Words such as `yes` and `null` mean something else to some readers.
 */
function yamlText(text: string): string {
  const isPlain =
    /^[A-Za-z_][\w./-]*( [\w./-]+)*$/.test(text) && !/^(true|false|yes|no|on|off|y|n|null)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}
