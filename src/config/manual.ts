import { allKeys, sections } from './keys';
import { defaultWords } from './keys/key';
import { jsonTypeOf, typeWords } from './words';

/** Every key in a table a section; stands in the README. */
export function configurationManual(): string {
  return Object.keys(sections).map(sectionManual).join('\n');
}

function sectionManual(section: string): string {
  const rows = allKeys
    .filter(entry => entry.section === section)
    .map(
      ({ name, key }) =>
        `| \`${name}\` | ${typeWords(jsonTypeOf(key.type))} | ${defaultWords(key)} | ${key.meaning} |`,
    );
  return [`### ${section}`, '', '| key | value | default | meaning |', '|---|---|---|---|', ...rows, ''].join(
    '\n',
  );
}
