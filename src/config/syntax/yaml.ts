import { type ErrorCode, isMap, isScalar, isSeq, type Pair, type ParsedNode, parseDocument } from 'yaml';
import type { Problem, Range } from '../problem';
import { tooDeep } from './guard';
import { duplicateKeys, type MapEntry, type Syntax, type SyntaxNode, syntaxProblem } from './tree';
import { yamlOpenings } from './yamlOpenings';

/** Plainer words than the parser's own, where those speak of YAML's grammar. */
const messages: Partial<Record<ErrorCode, string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'A second “:” in one line. Put quotes around a text that contains “: ”, or start a new line.',
  MISSING_CHAR:
    'Something is missing here. A key needs “: ” after it, a list its “]”, a quoted text its quote.',
  MULTILINE_IMPLICIT_KEY: 'A key is expected here, with “: ” after it: a colon and a space.',
  MULTIPLE_DOCS:
    'A second document begins here. A configuration is one document: remove “---” and what follows.',
  TAB_AS_INDENT: 'Indent with spaces; YAML does not accept tabs.',
};

/** What can be read of a text in YAML 1.2, and what is wrong with it. */
export function parseYaml(text: string): Syntax {
  const deep = tooDeep(yamlOpenings(text));
  if (deep !== null) return { root: null, problems: [deep] };

  // Its own search for duplicate keys compares each key with every other; ours is below.
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  const problems: Problem[] = document.errors.map(({ code, message, pos: [start, end] }) =>
    syntaxProblem('yaml-syntax', messages[code] ?? message, { start, end }),
  );
  if (document.contents === null) return { root: null, problems };
  const root = toTree(document.contents, problems);
  return { root, problems: [...problems, ...duplicateKeys(root)] };
}

function toTree(node: ParsedNode, problems: Problem[]): SyntaxNode {
  const range = rangeOf(node);
  if (isMap(node)) {
    const entries = node.items.flatMap(pair =>
      toEntry(pair as Pair<ParsedNode, ParsedNode | null>, problems),
    );
    return { kind: 'map', range, entries };
  }
  if (isSeq(node)) {
    return { kind: 'list', range, items: node.items.map(item => toTree(item as ParsedNode, problems)) };
  }
  if (isScalar(node)) {
    const value = node.value;
    const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
    return {
      kind: 'scalar',
      range,
      value: isPlain ? (value as string | number | boolean | null) : node.source,
    };
  }
  // Without aliases a text cannot stand for more than it says (“billion laughs”).
  const message = 'References (“*name”) are not supported. Write the value out.';
  problems.push(syntaxProblem('yaml-alias', message, range));
  return { kind: 'scalar', range, value: null };
}

function toEntry({ key, value }: Pair<ParsedNode, ParsedNode | null>, problems: Problem[]): MapEntry[] {
  const keyRange = rangeOf(key);
  if (!isScalar(key)) {
    problems.push(syntaxProblem('yaml-key', 'A key must be a plain name.', keyRange));
    return [];
  }
  const end = { start: keyRange.end, end: keyRange.end };
  const tree: SyntaxNode =
    value === null ? { kind: 'scalar', range: end, value: null } : toTree(value, problems);
  return [{ key: typeof key.value === 'string' ? key.value : key.source, keyRange, value: tree }];
}

const rangeOf = ({ range: [start, end] }: ParsedNode): Range => ({ start, end });
