import { type Configuration, configurationType } from './configuration';
import { maxProblems, problemsOf } from './issues';
import { rangeOfKey } from './locate';
import { override } from './override';
import type { Problem } from './problem';
import { rules } from './rules';
import { parseSyntax } from './syntax/syntax';
import { plainValue, type SyntaxNode, syntaxProblem } from './syntax/tree';

export interface ParsedConfiguration {
  /** Null when there is an error among the problems. */
  readonly configuration: Configuration | null;
  readonly problems: readonly Problem[];
  /** As much of the text as could be read. */
  readonly tree: SyntaxNode | null;
}

/**
 * Reads a configuration and says everything that is wrong with it. Never throws.
 * @param fileName  tells the language: JSON with comments for `.json` and `.jsonc`, YAML for all others
 * @param overrides assignments of the command line, such as `training.learning_rate=0.01`
 */
export function parseConfiguration(
  text: string,
  fileName: string,
  overrides: readonly string[] = [],
): ParsedConfiguration {
  const { root, problems: found } = parseSyntax(text, fileName);
  const problems = [...found];
  if (root === null && problems.length === 0) problems.push(emptyFile(text));

  let tree = root;
  for (const assignment of overrides) {
    if (tree?.kind !== 'map') break;
    const overridden = override(tree, assignment);
    tree = overridden.root;
    problems.push(...overridden.problems);
  }
  // What a parser makes of a broken text would only raise problems that are none.
  const configuration = tree === null || problems.length > 0 ? null : check(tree, problems);
  problems.sort((a, b) => a.range.start - b.range.start);
  return { configuration, problems: problems.slice(0, maxProblems), tree };
}

function check(tree: SyntaxNode, problems: Problem[]): Configuration | null {
  const { data, error } = configurationType.safeParse(plainValue(tree));
  if (error) {
    problems.push(...problemsOf(error.issues, tree));
    return null;
  }
  for (const { code, severity, find } of rules) {
    const finding = find(data);
    if (finding) problems.push({ code, severity, ...finding, range: rangeOfKey(tree, finding.key) });
  }
  return problems.some(problem => problem.severity === 'error') ? null : data;
}

function emptyFile(text: string): Problem {
  const message =
    'The configuration is empty. Begin with a section data that says what to learn from, for example builtin: iris.';
  return syntaxProblem('empty-file', message, { start: 0, end: text.length });
}
