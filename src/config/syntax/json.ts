import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Range } from '../problem';
import { tooDeep } from './guard';
import { duplicateKeys, type MapEntry, type Syntax, type SyntaxNode, syntaxProblem } from './tree';

const messages: Readonly<Record<string, string>> = {
  InvalidSymbol: 'Not a JSON value. Texts and keys stand in double quotes.',
  InvalidNumberFormat: 'Not a number as JSON writes it, such as 0.1 or 1e-3.',
  PropertyNameExpected: 'A key in double quotes is expected here.',
  ValueExpected: 'A value is expected here.',
  ColonExpected: 'A colon is expected here.',
  CommaExpected: 'A comma is expected here.',
  CloseBraceExpected: 'A closing “}” is expected here.',
  CloseBracketExpected: 'A closing “]” is expected here.',
  EndOfFileExpected: 'The configuration ends before this. Remove what follows.',
  UnexpectedEndOfComment: 'This comment has no end: “*/” is missing.',
  UnexpectedEndOfString: 'This text has no end: a double quote is missing.',
};

/** What can be read of a text in JSON, with comments and trailing commas, and what is wrong with it. */
export function parseJson(text: string): Syntax {
  const deep = tooDeep(openings(text));
  if (deep !== null) return { root: null, problems: [deep] };

  const errors: ParseError[] = [];
  // The parser does not know the byte order mark; a space in its place keeps all offsets.
  const tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, {
    allowTrailingComma: true,
    allowEmptyContent: true,
  });
  const problems = errors.map(({ error, offset, length }) =>
    syntaxProblem('json-syntax', messages[printParseErrorCode(error)] ?? 'This is not JSON.', {
      start: offset,
      end: offset + length,
    }),
  );
  if (tree === undefined) return { root: null, problems };
  const root = toTree(tree);
  return { root, problems: [...problems, ...duplicateKeys(root)] };
}

/** A token is told by its first character: a bracket within a text is part of a token that begins with a quote. */
function* openings(text: string) {
  const scanner = createScanner(text);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    if ('{['.includes(text[offset]!)) depth++;
    if ('}]'.includes(text[offset]!)) depth--;
    yield { offset, depth };
  }
}

function toTree(node: Node): SyntaxNode {
  const range = rangeOf(node);
  if (node.type === 'object') return { kind: 'map', range, entries: node.children!.map(toEntry) };
  if (node.type === 'array') return { kind: 'list', range, items: node.children!.map(toTree) };
  return { kind: 'scalar', range, value: node.value ?? null };
}

/** In a text that is still being written, a property may lack its value. */
function toEntry(property: Node): MapEntry {
  const [key, value] = property.children!;
  const keyRange = rangeOf(key!);
  const end = { start: keyRange.end, end: keyRange.end };
  return {
    key: key!.value,
    keyRange,
    value: value ? toTree(value) : { kind: 'scalar', range: end, value: null },
  };
}

const rangeOf = ({ offset, length }: Node): Range => ({ start: offset, end: offset + length });
