/** Stands before the first character of a text, and is what comes after its last one; always the first token. */
export const boundary = { token: 0, name: 'boundary' } as const;

/** Composed where Unicode can: é is one character, however the file writes it. */
export function* charactersOf(text: string): Generator<string, void> {
  yield* text.normalize('NFC');
}

export const countCharacters = (text: string): number => {
  let n = 0;
  for (const _ of charactersOf(text)) n++;
  return n;
};

/** Those that cannot be seen, or not alone, are named; no name is itself a character. */
export function nameOf(character: string): string {
  if (character === ' ') return 'space';
  const isVisible = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character);
  if (isVisible) return character;
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Names of all tokens: the boundary, then the characters. */
export const tokenNames = (characters: readonly string[]): string[] => [
  boundary.name,
  ...characters.map(nameOf),
];
