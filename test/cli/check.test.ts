import { beforeEach, describe, expect, it } from 'vitest';
import { classification } from '../worker/support';
import { commandLine } from './support';

const { run, write, project } = commandLine();
beforeEach(project);

describe('check', () => {
  it('says that a configuration is ready, and with how much', async () => {
    expect(await run(['check', 'a.model.yaml'])).toMatchObject({
      code: 0,
      out: 'a.model.yaml is ready to train: classification, 19 rows to train on, 5 to validate.\n',
      errors: '',
    });
  });

  it('counts the characters of texts, with the end of each', async () => {
    await write('words.txt', 'ab\nba\n');
    const text = 'data: {path: words.txt, text: {context: 1}, validation_fraction: 0}';
    await write('words.model.yaml', text);
    const { out } = await run(['check', 'words.model.yaml']);
    expect(out).toContain('6 characters to train on, 0 to validate.');
  });

  it('prints warnings, which are no errors', async () => {
    await write('a.model.yaml', `${classification}  momentum: 0.5\n`);
    const { code, errors } = await run(['check', 'a.model.yaml']);
    expect(code).toBe(0);
    expect(errors).toMatch(/^a\.model\.yaml:11:\d+: warning: momentum has no effect/);
    const { lines } = await run(['check', 'a.model.yaml', '--json']);
    expect(lines).toMatchObject([
      { type: 'warning', key: 'training.momentum' },
      { type: 'done', problems: 1 },
    ]);
  });

  it('prints every error with its place, and counts them', async () => {
    await write(
      'a.model.yaml',
      'data:\r\n  path: data.csv\r\n  targt: label\r\ntraining:\r\n  epochs: 0\r\n',
    );
    const { code, errors } = await run(['check', 'a.model.yaml']);
    expect(code).toBe(1);
    expect(errors.match(/^a\.model\.yaml:\d+:\d+: error: /gm)).toEqual([
      'a.model.yaml:3:3: error: ',
      'a.model.yaml:5:11: error: ',
    ]);
    expect((await run(['check', 'a.model.yaml', '--json'])).lines.at(-1)).toEqual({
      type: 'done',
      problems: 2,
    });
  });

  it('checks what training with the same options would do', async () => {
    expect((await run(['check', 'a.model.yaml'], { set: ['training.batch_size=19'] })).code).toBe(0);
    const { code, errors } = await run(['check', 'a.model.yaml'], { set: ['training.batch_size=20'] });
    expect([code, errors]).toEqual([1, expect.stringContaining('Use at most 19.')]);
  });

  it('tells a table whose first line holds data', async () => {
    await write('data.csv', '5.1,3.5,low\n4.9,3,high\n');
    const { code, errors } = await run(['check', 'a.model.yaml']);
    expect([code, errors]).toEqual([1, expect.stringContaining('the first line must name the columns')]);
  });

  it.each([
    ['a folder', '.'],
    ['nothing', 'no.yaml'],
  ])('of %s is an error', async (_, name) => {
    const { code, errors } = await run(['check', name]);
    expect([code, errors]).toEqual([1, `error: There is no configuration ${name}.\n`]);
  });
});
