// Writes what is made from the table of keys: media/model.schema.json, and in the README the part between
// <!-- configuration --> and <!-- /configuration -->; and from the sources l10n/bundle.l10n.json, the words that can be
// translated. Tests fail when one of them differs from what it is made from.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { collectMessages } from './lib/messages.mjs';

const { outputFiles } = await build({
  stdin: {
    contents: `export * from './src/config/jsonSchema'; export * from './src/config/manual';`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  format: 'esm',
  write: false,
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { modelJsonSchema, configurationManual } = await import(`data:text/javascript;base64,${source}`);

writeFileSync('media/model.schema.json', `${JSON.stringify(modelJsonSchema(), null, 2)}\n`);

if (existsSync('README.md')) {
  const part = /(<!-- configuration -->\n)[\s\S]*(<!-- \/configuration -->)/;
  const readme = readFileSync('README.md', 'utf8');
  writeFileSync(
    'README.md',
    readme.replace(part, (_, begin, end) => `${begin}\n${configurationManual()}\n${end}`),
  );
}

const { messages, faults } = collectMessages();
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
const bundle = Object.fromEntries(messages.map(message => [message, message]));
mkdirSync('l10n', { recursive: true });
writeFileSync('l10n/bundle.l10n.json', `${JSON.stringify(bundle, null, 2)}\n`);
