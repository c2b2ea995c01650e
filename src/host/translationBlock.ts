/** The words of the editor's language, as a block of data of the page; nothing where there are none. */
export function translationBlock(bundle: Readonly<Record<string, string>> | undefined): string {
  if (!bundle) return '';
  // `</script>` would end it early.
  const contents = JSON.stringify(bundle).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="l10n">${contents}</script>`;
}
