import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { modelJsonSchema } from '../../src/config/jsonSchema';

it('is what stands in media; `node scripts/generate.mjs` writes it', () => {
  expect(JSON.parse(readFileSync('media/model.schema.json', 'utf8'))).toEqual(modelJsonSchema());
});

it('has nothing that the editor would show as a hover of its own', () => {
  expect(JSON.stringify(modelJsonSchema())).not.toMatch(/"(title|description|markdownDescription)":/);
});
