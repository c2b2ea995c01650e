/** The words of the views in the person's language; the host puts their translation into the page, where there is one. */
import { config, t as translate } from '@vscode/l10n';

/** Before anything is drawn. */
export function readTranslation() {
  const contents = document.getElementById('l10n')?.textContent;
  if (contents) config({ contents });
}

/** @param message English words with {0}, {1} … for what stands between them; literal, so that it can be collected */
export const t = (message: string, ...args: (string | number)[]): string => translate(message, ...args);

/** Words that came in a message; who wrote them has them as a literal. */
export const translated = t;
