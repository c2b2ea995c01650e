import { afterEach, expect, test, vi } from 'vitest';
import { translationBlock } from '../../src/host/translationBlock';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** As a browser reads a page: a script's content ends at the first `</script`, whatever it says. */
function contentOf(page: string): string | null {
  const [, content] = /<script type="application\/json" id="l10n">([\s\S]*?)<\/script/i.exec(page) ?? [];
  return content ?? null;
}

async function viewOf(page: string) {
  const textContent = contentOf(page);
  const getElementById = (id: string) => (id === 'l10n' && textContent !== null ? { textContent } : null);
  vi.stubGlobal('document', { getElementById });
  const { readTranslation, t } = await import('../../webview/l10n');
  readTranslation();
  return t;
}

test('a view speaks the language of the bundle that the host puts into its page', async () => {
  const t = await viewOf(translationBlock({ loss: 'Verlust', '{0} of {1} epochs': 'von {1} Epochen {0}' }));
  expect(t('loss')).toBe('Verlust');
  expect(t('{0} of {1} epochs', 3, 12)).toBe('von 12 Epochen 3');
  expect(t('accuracy')).toBe('accuracy');
});

test('no words of a translation end the block or begin another', async () => {
  const hostile = '</script><script>alert(1)</script><!-- "\\ \u2028 &lt;';
  const block = translationBlock({ loss: hostile, [hostile]: 'b' });
  expect(block.match(/</g)).toHaveLength(2);
  const t = await viewOf(block);
  expect(t('loss')).toBe(hostile);
});

test('where there is no bundle, there is no block, and the words are English', async () => {
  expect(translationBlock(undefined)).toBe('');
  const t = await viewOf(translationBlock(undefined));
  expect(t('{0} of {1} epochs', 3, 12)).toBe('3 of 12 epochs');
});
