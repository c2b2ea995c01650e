import { describe, expect, it } from 'vitest';
import { allRows } from '../../src/data/columns';
import { classesOf, classIndices, taskOf } from '../../src/data/task';
import type { Task } from '../../src/data/types';
import { dataErrorOf, tableOf } from './support';

const target = (cells: readonly (string | number)[]) => {
  const table = tableOf(`t,x\n${cells.map(cell => `${cell},0`).join('\n')}\n`);
  return { table, column: table.columns[0]!, rows: allRows(table) };
};
const taskFor = (cells: readonly (string | number)[], asked?: Task) => {
  const { column, rows } = target(cells);
  return taskOf(column, rows, asked);
};
const upTo = (n: number, repeats = 1) => Array.from({ length: n * repeats }, (_, i) => i % n);

describe('taskOf', () => {
  it.each<[string, (string | number)[], Task]>([
    ['texts', ['a', 'b'], 'classification'],
    ['few whole numbers', upTo(20, 2), 'classification'],
    ['two whole numbers in two rows', [0, 1], 'classification'],
    ['many whole numbers', upTo(21, 2), 'regression'],
    ['whole numbers that do not repeat', upTo(10), 'regression'],
    ['fractions', [0, 0.5, 0, 0.5], 'regression'],
  ])('infers from %s', (_, cells, task) => expect(taskFor(cells)).toBe(task));

  it('does as it is asked', () => {
    expect(taskFor([0, 1, 0, 1], 'regression')).toBe('regression');
    expect(taskFor([0.5, 1, 0.5, 1], 'classification')).toBe('classification');
  });

  it('cannot regress on text', () => {
    expect(dataErrorOf(() => taskFor(['a', 'b'], 'regression'))).toMatchObject({
      code: 'text-target',
      key: 'data.task',
    });
  });
});

describe('classesOf', () => {
  const classesFor = (cells: readonly (string | number)[]) => {
    const { column, rows } = target(cells);
    return classesOf(column, rows);
  };

  it('sorts numbers by value, and 1 and 1.0 are one class', () => {
    expect(classesFor(['10', '9', '1', '1.0'])).toEqual(['1', '9', '10']);
  });

  it('refuses a single class', () => {
    expect(dataErrorOf(() => classesFor(['a', 'a']))).toMatchObject({
      code: 'one-class',
      key: 'data.target',
    });
  });

  it('refuses a class for nearly every row', () => {
    const { message } = dataErrorOf(() => classesFor(upTo(60).map(i => i + 0.5)));
    expect(message).toContain('60 classes in 60 rows. Use task: regression.');
    expect(dataErrorOf(() => classesFor(upTo(60).map(i => `name ${i}`))).message).toContain('another target');
  });
});

describe('classIndices', () => {
  it('finds each row its class', () => {
    const { table, column, rows } = target(['b', 'a', 'b']);
    expect([...classIndices(table, column, rows, ['a', 'b'])]).toEqual([1, 0, 1]);
  });

  it('names the line of a label that training did not have', () => {
    const { table, column, rows } = target(['a', 'b', 'c']);
    const error = dataErrorOf(() => classIndices(table, column, rows, ['a', 'b']));
    expect(error).toMatchObject({ code: 'unseen-label', at: { line: 4, column: 't' } });
  });
});
