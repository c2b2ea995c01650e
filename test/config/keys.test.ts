import { describe, expect, it } from 'vitest';
import { allKeys, findKey } from '../../src/config/keys';
import { jsonTypeOf } from '../../src/config/words';

describe('the table of keys', () => {
  it.each(allKeys.map(entry => [`${entry.section}.${entry.name}`, entry] as const))(
    '%s is complete',
    (_, { key }) => {
      expect((key.default === undefined) !== (key.defaultRule === undefined)).toBe(true);
      if (key.default !== undefined) expect(key.type.safeParse(key.default).success).toBe(true);

      expect(key.meaning).toMatch(/\.$/);
      for (const text of [key.meaning, key.whyDefault, key.usual, key.source.title])
        expect(text.length).toBeGreaterThan(3);
      for (const text of [key.meaning, key.defaultRule]) expect(text ?? '').not.toContain('|');
      for (const name of key.related) expect(allKeys.map(entry => entry.name)).toContain(name);
      if (key.source.url) expect(key.source.url).toMatch(/^https:\/\//);
    },
  );

  it('says what raising and lowering does, or what each choice means', () => {
    for (const { name, key } of allKeys) {
      const type = jsonTypeOf(key.type);
      const isQuantity = type.type === 'integer' || type.type === 'number';
      if (isQuantity)
        expect(key, name).toMatchObject({ raised: expect.any(String), lowered: expect.any(String) });

      const choices =
        type.enum ?? type.anyOf?.[0]?.enum ?? (type.type === 'boolean' ? ['true', 'false'] : []);
      expect(Object.keys(key.values ?? {}), name).toEqual(choices);
    }
  });

  it('suggests numbers that the type accepts', () => {
    for (const { name, key } of allKeys) {
      for (const { value } of key.suggested) {
        if (typeof value === 'number') expect(key.type.safeParse(value).success, name).toBe(true);
      }
    }
  });

  it('spells no name twice, so that a name alone tells its section', () => {
    const names = allKeys.map(entry => entry.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('accepts a learning rate that is bound to diverge', () => {
    expect(findKey('training', 'learning_rate')!.key.type.safeParse(1e6).success).toBe(true);
  });
});
