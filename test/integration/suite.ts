import Mocha from 'mocha';

/** Called by VS Code inside the extension host; a rejection is a failed run. */
export async function run(): Promise<void> {
  const output = process.env.DESCENT_REPORT;
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: 120_000,
    ...(output ? { reporter: 'json', reporterOptions: { output } } : { reporter: 'spec' }),
  });
  // The suites are bundled into this file, so the words `suite` and `test` must exist before they are loaded.
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  await Promise.all([import('./activation'), import('./editing'), import('./training')]);
  const nFailed = await new Promise<number>(resolve => mocha.run(resolve));
  if (nFailed > 0) throw new Error(`${nFailed} failed in the extension host`);
}
