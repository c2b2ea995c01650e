import { allKeys, sections } from './keys';
import type { Key } from './keys/key';
import { jsonTypeOf } from './words';

/**
 * The JSON Schema by which the editor checks and completes `*.model.json`; stands in `media/model.schema.json`.
 * It has neither titles nor descriptions: the editor would show them as a second hover beside ours.
 */
export function modelJsonSchema() {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    additionalProperties: false,
    required: ['data'],
    properties: {
      $schema: { type: 'string' },
      ...Object.fromEntries(Object.keys(sections).map(section => [section, sectionSchema(section)])),
    },
  };
}

function sectionSchema(section: string) {
  const entries = allKeys.filter(entry => entry.section === section);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(entries.map(({ name, key }) => [name, keySchema(key)])),
  };
}

function keySchema(key: Key) {
  return key.default === undefined ? jsonTypeOf(key.type) : { ...jsonTypeOf(key.type), default: key.default };
}
