import { CST, Lexer } from 'yaml';

/**
 * Every place where YAML may open a list or a map, with the number of those that are open there.
 * Uses the tokens only, which are cut without recursion.
 * A list or map in block style is open until a line begins at its column or left of it.
 */
export function* yamlOpenings(text: string) {
  const blockColumns: number[] = [];
  let nBrackets = 0;
  let offset = 0;
  let lineStart = 0;
  let atLineStart = true;
  let keyColumn = 0;

  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    // The lexer's own marks stand for no text.
    if (type === 'doc-mode' || type === 'scalar') continue;
    if (type === 'flow-error-end') {
      nBrackets = 0;
      continue;
    }

    const column = offset - lineStart;
    const isBlank = type === 'space' || type === 'newline' || type === 'comment';
    if (nBrackets === 0 && !isBlank && atLineStart) closeBlocks(blockColumns, column);

    if (type === 'flow-seq-start' || type === 'flow-map-start') nBrackets++;
    if (type === 'flow-seq-end' || type === 'flow-map-end') nBrackets = Math.max(0, nBrackets - 1);
    if (nBrackets === 0 && (type === 'seq-item-ind' || type === 'explicit-key-ind'))
      blockColumns.push(column);
    if (nBrackets === 0 && type === 'map-value-ind') blockColumns.push(atLineStart ? column : keyColumn);
    yield { offset, depth: nBrackets + blockColumns.length };

    if (!isBlank) {
      atLineStart = false;
      keyColumn = column;
    }
    offset += token.length;
    const newline = token.lastIndexOf('\n');
    if (newline !== -1) {
      lineStart = offset - token.length + newline + 1;
      atLineStart = true;
    }
  }
}

function closeBlocks(columns: number[], column: number): void {
  while (columns.length > 0 && columns.at(-1)! >= column) columns.pop();
}
