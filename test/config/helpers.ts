import { parseConfiguration } from '../../src/config/parse';

/** The parsed text, with each problem as the words of the text that it underlines and its message. */
export function parsed(text: string, fileName = 'a.model.yaml', overrides: readonly string[] = []) {
  const result = parseConfiguration(text, fileName, overrides);
  const underlined = result.problems.map(({ range }) => text.slice(range.start, range.end));
  return { ...result, underlined, codes: result.problems.map(problem => problem.code) };
}
