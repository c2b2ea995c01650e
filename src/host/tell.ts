import * as vscode from 'vscode';

/** Notifications turn `[text](command:…)` into links that run commands; what is told may quote files and data. */
const plain = (message: string) => message.replaceAll('](', '] (');

/** The only way to a notification: its text stays text. Each resolves to the action that was chosen. */
export const tell = {
  information: (message: string, ...actions: string[]) =>
    vscode.window.showInformationMessage(plain(message), ...actions),
  warning: (message: string, ...actions: string[]) =>
    vscode.window.showWarningMessage(plain(message), ...actions),
  error: (message: string, ...actions: string[]) =>
    vscode.window.showErrorMessage(plain(message), ...actions),
  /** Waits for an answer before anything else. */
  question: (message: string, detail: string, ...actions: string[]) =>
    vscode.window.showWarningMessage(plain(message), { modal: true, detail }, ...actions),
};
