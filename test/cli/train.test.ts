import { readdir, readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { classification } from '../worker/support';
import { commandLine } from './support';

const { run, path, write, project } = commandLine();
beforeEach(project);

describe('train --json', () => {
  it('prints an epoch a line and the end last; again the same, but for times', async () => {
    const first = await run(['train', 'a.model.yaml', '--json']);
    const second = await run(['train', 'a.model.yaml', '--json']);
    expect([first.code, first.errors]).toEqual([0, '']);
    expect(first.lines.map(({ type }) => type)).toEqual(['epoch', 'epoch', 'epoch', 'done']);
    expect(first.lines.at(-1)).toMatchObject({
      status: 'finished',
      message: null,
      baseline: expect.any(Number),
    });
    expect(second.lines.slice(0, -1)).toEqual(first.lines.slice(0, -1));
    expect(second.lines.at(-1)!.best).toEqual(first.lines.at(-1)!.best);
  });

  it('prints every problem with its place', async () => {
    await write('a.model.yaml', classification.replace('batch_size: 4', 'batch_size: 50'));
    const { code, lines } = await run(['train', 'a.model.yaml', '--json']);
    expect(code).toBe(1);
    expect(lines).toMatchObject([
      { type: 'error', code: 'batch-too-large', key: 'training.batch_size', place: 'a.model.yaml:9:15' },
    ]);
  });

  it.each([
    ['no-config', ['train', 'no.yaml'], {}, 'usage'],
    ['run-exists', ['train', 'a.model.yaml'], { out: 'taken' }, 'run-exists'],
  ])('prints an error with its code: %s', async (_, words, values, code) => {
    await run(['train', 'a.model.yaml'], { out: 'taken' });
    const { code: exitCode, lines } = await run([...words, '--json'], values);
    expect(exitCode).toBe(1);
    expect(lines).toMatchObject([{ type: 'error', code, message: expect.any(String) }]);
  });
});

describe('train for people', () => {
  it('prints epochs, curves, the best epoch and where the run is', async () => {
    const { code, out } = await run(['train', 'a.model.yaml']);
    expect(code).toBe(0);
    expect(out).toMatch(/^epoch 1\/3 {2}loss \d/);
    expect(out).toMatch(/train loss +[▁▂▃▄▅▆▇█]{3}\nvalidation loss +[▁▂▃▄▅▆▇█]{3}/);
    expect(out).toMatch(/best epoch \d +loss +accuracy/);
    expect(out).toMatch(/\nbaseline \(class frequencies\) +\d\.\d+ *\n/);
    expect(out).toContain(path('.descent/runs/'));
  });

  it('warns of what has no effect', async () => {
    await write('a.model.yaml', `${classification}  momentum: 0.5\n`);
    const { code, errors } = await run(['train', 'a.model.yaml']);
    expect(code).toBe(0);
    expect(errors).toMatch(/a\.model\.yaml:\d+:\d+: warning: momentum has no effect/);
  });

  it('draws over one line in a terminal', async () => {
    const redrawn: string[] = [];
    const terminal = { isInteractive: true, columns: 200, print: () => {}, complain: () => {} };
    await run(
      ['train', 'a.model.yaml'],
      {},
      {
        terminal: { ...terminal, redraw: text => void redrawn.push(text) },
      },
    );
    expect(redrawn.at(-2)).toMatch(/^█{20} epoch 3\/3 .* 0 ms left$/);
    expect(redrawn.at(-1)).toBe('');
  });

  it('draws no line that would go on in the next one', async () => {
    const redrawn: string[] = [];
    const terminal = { isInteractive: true, columns: 40, print: () => {}, complain: () => {} };
    const redraw = (text: string) => void redrawn.push(text);
    await run(['train', 'a.model.yaml'], {}, { terminal: { ...terminal, redraw } });
    expect(Math.max(...redrawn.map(({ length }) => length))).toBe(39);
  });

  it('names the place of what is wrong as compilers do', async () => {
    await write('a.model.yaml', 'data:\n  path: data.csv\n  target: nothing\n');
    const { code, errors } = await run(['train', 'a.model.yaml']);
    expect(code).toBe(1);
    expect(errors).toMatch(/^a\.model\.yaml:3:11: error: /);
  });

  it('names the line of the data as well', async () => {
    await write('data.csv', 'x,y,label\n1,2,a\n1,,b\n');
    await write('a.model.yaml', 'data: { path: data.csv, target: label }\n');
    expect((await run(['train', 'a.model.yaml'])).errors).toContain(`the data is at ${path('data.csv')}:3`);
  });
});

describe('the exit code', () => {
  it('is 2 for a run that diverged', async () => {
    const { code, out } = await run(['train', 'a.model.yaml'], { set: ['training.learning_rate=1e6'] });
    expect(code).toBe(2);
    expect(out).toContain('Diverged at step');
  });

  it('is 130 for one that was interrupted, whenever that was', async () => {
    const onInterrupt = (stop: () => void) => stop();
    const { code, lines } = await run(['train', 'a.model.yaml', '--json'], {}, { onInterrupt });
    expect(code).toBe(130);
    expect(lines.at(-1)).toMatchObject({ type: 'done', status: 'stopped' });
  });
});

describe('the options of train', () => {
  it('--set goes before what the file says', async () => {
    const { lines } = await run(['train', 'a.model.yaml', '--json'], { set: ['training.epochs=1'] });
    expect(lines.map(({ type }) => type)).toEqual(['epoch', 'done']);
  });

  it('--set of what is no key is an error', async () => {
    expect((await run(['train', 'a.model.yaml'], { set: ['training.rate=1'] })).code).toBe(1);
  });

  it('--threads changes nothing but the time', async () => {
    const text = classification.replace('[4]', '[300, 300]').replace('batch_size: 4', 'batch_size: 18');
    await write('a.model.yaml', text);
    const outcomes = [];
    for (const threads of ['1', '2', '4']) {
      const { code, lines } = await run(['train', 'a.model.yaml', '--json'], { threads, out: threads });
      expect(code).toBe(0);
      const weights = await readFile(path(`${threads}/best.safetensors`));
      outcomes.push({ epochs: lines.slice(0, -1), weights: weights.toString('hex') });
    }
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(outcomes[2]).toEqual(outcomes[0]);
  });

  it.each(['two', '-1', '1.5', '1000'])('--threads %s is an error', async threads => {
    const { code, errors } = await run(['train', 'a.model.yaml'], { threads });
    expect(code).toBe(1);
    expect(errors).toContain(`--threads ${threads} is no number of threads.`);
  });

  it('--out is the run folder itself', async () => {
    await run(['train', 'a.model.yaml'], { out: 'out/mine' });
    expect(await readdir(path('out/mine'))).toContain('run.json');
  });

  it('--resume goes on with a run that was interrupted, to the same end', async () => {
    const whole = await run(['train', 'a.model.yaml', '--json']);
    const stop = { onInterrupt: (stop: () => void) => void setImmediate(stop) };
    await run(['train', 'a.model.yaml'], { out: 'mine' }, stop);
    const { code, lines } = await run(['train', 'a.model.yaml', '--json'], { resume: 'mine' });
    expect(code).toBe(0);
    expect(lines.at(-2)).toEqual(whole.lines.at(-2));
    expect(lines.at(-1)).toMatchObject({ run: 'mine', best: whole.lines.at(-1)!.best });
  });

  it('--resume and --out exclude each other', async () => {
    const { code, errors } = await run(['train', 'a.model.yaml'], { resume: 'mine', out: 'other' });
    expect([code, errors]).toEqual([
      1,
      'error: --resume goes on in the folder of its run. Leave out --out.\n',
    ]);
  });

  it('--resume of no run is an error', async () => {
    const { code, errors } = await run(['train', 'a.model.yaml'], { resume: 'nothing' });
    expect([code, errors]).toEqual([
      1,
      'error: There is no run nothing here. "descent runs" lists those that are.\n',
    ]);
  });
});
