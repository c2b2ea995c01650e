import { z } from 'zod';
import type { SyntaxNode } from './syntax/tree';

/** The part of JSON Schema that our types need. */
export interface JsonType {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly items?: JsonType;
  readonly properties?: Readonly<Record<string, JsonType>>;
  readonly anyOf?: readonly JsonType[];
}

/** Draft 07, the newest that VS Code's JSON service knows in full. */
export function jsonTypeOf(type: z.ZodType): JsonType {
  const { $schema, ...json } = z.toJSONSchema(type, {
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      // zod's bound for any integer; it says nothing to a person.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return json as JsonType;
}

/** A type in words: `a whole number ≥ 1`, `sgd, momentum or adam`, `a list of texts`. */
export function typeWords(type: JsonType, plural = false): string {
  if (type.anyOf) {
    const isListOfFirst = ({ items }: JsonType) => JSON.stringify(items) === JSON.stringify(type.anyOf![0]);
    return type.anyOf
      .map(option => (isListOfFirst(option) ? 'a list of them' : typeWords(option)))
      .join(', or ');
  }
  if (type.enum) return alternatives(type.enum);
  switch (type.type) {
    case 'integer':
      return (plural ? 'whole numbers' : 'a whole number') + rangeWords(type);
    case 'number':
      return (plural ? 'numbers' : 'a number') + rangeWords(type);
    case 'boolean':
      return 'true or false';
    case 'array':
      return `a list of ${typeWords(type.items!, true)}`;
    case 'object':
      return `a map with ${Object.keys(type.properties!).join(' and ')}`;
    default:
      return plural ? 'texts' : 'a text';
  }
}

function rangeWords({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }: JsonType): string {
  if (minimum !== undefined && maximum !== undefined) {
    return ` from ${minimum.toLocaleString('en')} to ${maximum.toLocaleString('en')}`;
  }
  const below = exclusiveMaximum === undefined ? '' : ` and < ${exclusiveMaximum}`;
  if (minimum !== undefined) return ` ≥ ${minimum}${below}`;
  return exclusiveMinimum === undefined ? '' : ` > ${exclusiveMinimum}${below}`;
}

export const alternatives = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join();

/** What was found in the file, for the end of a sentence. */
export function foundWords(node: SyntaxNode): string {
  if (node.kind === 'map') return 'a map';
  if (node.kind === 'list')
    return node.items.length === 0 ? 'an empty list' : `a list of ${node.items.length}`;
  if (node.value === null) return 'nothing';
  return typeof node.value === 'string' ? quoted(node.value) : String(node.value);
}

/** A text of the file within a message, shortened to what can be read at a glance. */
export const quoted = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;

/** `learning_rate must be a number > 0; found 0` */
export const mismatchWords = (name: string, type: JsonType, found: SyntaxNode): string =>
  `${name} must be ${typeWords(type)}; found ${foundWords(found)}`;
