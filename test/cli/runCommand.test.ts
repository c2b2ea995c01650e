import { describe, expect, it } from 'vitest';
import { commandLine } from './support';

const { run } = commandLine();

describe('the command line', () => {
  it.each([['--help'], ['-h'], ['train', '--help']])('prints its usage: %s', async (...words) => {
    expect(await run(words)).toMatchObject({
      code: 0,
      errors: '',
      out: expect.stringContaining('descent train'),
    });
  });

  it.each([
    [[], 'No command. Choose one of train,'],
    [['fly'], 'There is no command fly. Choose one of train,'],
    [['constructor'], 'There is no command constructor.'],
    [['train', '--epochs=3'], 'Unknown option \'--epochs\'. "descent --help" lists the options.'],
    [['train', 'a.yaml', '--out'], "Option '--out <value>' argument missing. \"descent"],
    [
      ['train', 'a.yaml', '--worst', '3'],
      'descent train has no option --worst; it takes --set, --out, --resume, --threads, --json.',
    ],
    [['check', 'a.yaml', '--out', 'x'], 'descent check has no option --out; it takes --set, --json.'],
    [['runs', '--split', 'test'], 'descent runs has no option --split; it takes --json.'],
    [['runs', 'list', 'mine'], '"runs list" lists all runs and takes no name.'],
  ])('%j is an error, for people and for programs', async (words, message) => {
    const { code, errors, out } = await run(words);
    expect([code, out]).toEqual([1, '']);
    expect(errors).toContain(`error: ${message}`);
    const { code: again, lines } = await run(['--json', ...words]);
    expect([again, lines]).toEqual([1, [{ type: 'error', code: 'usage', message: errors.slice(7, -1) }]]);
  });
});
