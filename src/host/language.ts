import * as vscode from 'vscode';

/** What our words are in: the editor's language where there is a translation, else English. */
export const language = (): string => (vscode.l10n.bundle ? vscode.env.language : 'en');
