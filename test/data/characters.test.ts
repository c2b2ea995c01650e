import { expect, it } from 'vitest';
import { charactersOf, countCharacters, nameOf, tokenNames } from '../../src/data/characters';

it.each([
  ['composed and combining marks alike', 'e\u0301\u00e9', ['é', 'é']],
  ['a mark that nothing composes with', 'q\u0301', ['q', '\u0301']],
  ['code points beyond the first plane', 'a😀', ['a', '😀']],
])('reads %s', (_, text, characters) => {
  expect([...charactersOf(text)]).toEqual(characters);
  expect(countCharacters(text)).toBe(characters.length);
});

it('names what cannot be seen, or not alone', () => {
  const named = ['a', 'é', '-', '😀', ' ', '\t', '\u0301', '\u00a0'].map(nameOf);
  expect(named).toEqual(['a', 'é', '-', '😀', 'space', 'U+0009', 'U+0301', 'U+00A0']);
  expect(tokenNames(['a', ' '])).toEqual(['boundary', 'a', 'space']);
});
