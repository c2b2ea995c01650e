import type { Problem, Range } from './problem';
import { entryOf, type MapNode, type SyntaxNode, syntaxProblem } from './syntax/tree';
import { parseYaml } from './syntax/yaml';

/** Puts an assignment of the command line, such as `training.learning_rate=0.01`, into what was read from the file. */
export function override(root: MapNode, assignment: string): { root: MapNode; problems: Problem[] } {
  const equals = assignment.indexOf('=');
  const keys = assignment.slice(0, Math.max(0, equals)).trim().split('.');
  if (keys.length < 2 || keys.includes('')) {
    const message = `“${assignment}” is no assignment. Write section.key=value, for example training.learning_rate=0.01.`;
    return { root, problems: [syntaxProblem('bad-override', message, root.range)] };
  }
  const key = keys.join('.');
  const { root: value, problems } = parseYaml(assignment.slice(equals + 1));
  const nothing: SyntaxNode = { kind: 'scalar', range: root.range, value: null };
  return {
    root: withValue(root, keys, value === null ? nothing : placed(value, root.range)),
    problems: problems.map(problem => ({ ...problem, key, range: root.range })),
  };
}

function withValue(map: MapNode, [key, ...rest]: string[], value: SyntaxNode): MapNode {
  const entry = entryOf(map, key!);
  const section: MapNode =
    entry?.value.kind === 'map' ? entry.value : { kind: 'map', range: map.range, entries: [] };
  const changed = {
    key: key!,
    keyRange: entry?.keyRange ?? map.range,
    value: rest.length === 0 ? value : withValue(section, rest, value),
  };
  return { ...map, entries: [...map.entries.filter(other => other !== entry), changed] };
}

/** The value stands nowhere in the file, so its faults are shown at the file as a whole. */
function placed(node: SyntaxNode, range: Range): SyntaxNode {
  if (node.kind === 'scalar') return { ...node, range };
  if (node.kind === 'list') return { ...node, range, items: node.items.map(item => placed(item, range)) };
  const entries = node.entries.map(({ key, value }) => ({
    key,
    keyRange: range,
    value: placed(value, range),
  }));
  return { ...node, range, entries };
}
