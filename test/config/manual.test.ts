import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allKeys } from '../../src/config/keys';
import { configurationManual } from '../../src/config/manual';

it('has a row for every key', () => {
  const manual = configurationManual();
  for (const { name } of allKeys) expect(manual).toContain(`\n| \`${name}\` | `);
});

it('is what stands in the README; `node scripts/generate.mjs` writes it', () => {
  const readme = existsSync('README.md') ? readFileSync('README.md', 'utf8') : '';
  const part = /<!-- configuration -->\n([\s\S]*)<!-- \/configuration -->/.exec(readme);
  if (part) expect(part[1]).toBe(`\n${configurationManual()}\n`);
});
