// Writes what is made from the table of keys: media/model.schema.json, and in the README the part between
// <!-- configuration --> and <!-- /configuration -->. Tests fail when either differs from the table.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

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
