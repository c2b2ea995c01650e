import * as vscode from 'vscode';
import { parseConfiguration } from '../config/parse';
import type { Problem } from '../config/problem';
import { diagnosticsOwner } from '../ids';
import { baseName, isConfiguration } from './configurations';
import type { Trainers } from './trainers';
import { allowedFolder } from './training';

const typingPauseMs = 200;

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/**
 * Problems of every open configuration: of its text after each pause in typing, and of its data too when it is opened
 * or saved, because reading the data takes a thread and time.
 */
export class Diagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection(diagnosticsOwner);
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #disposables: vscode.Disposable[];

  constructor(
    private readonly trainers: Trainers,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#disposables = [
      this.#collection,
      vscode.workspace.onDidOpenTextDocument(document => this.#check(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#checkTextSoon(document)),
      vscode.workspace.onDidSaveTextDocument(document => this.#saved(document)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#checkAll()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
    ];
    this.#checkAll();
  }

  dispose() {
    for (const disposable of this.#disposables) disposable.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  /** Shows problems that training has found. */
  show(document: vscode.TextDocument, problems: readonly Problem[]) {
    this.#collection.set(
      document.uri,
      problems.map(problem => diagnosticOf(document, problem)),
    );
  }

  #checkAll() {
    for (const document of vscode.workspace.textDocuments) void this.#check(document);
  }

  #saved(document: vscode.TextDocument) {
    if (isConfiguration(document)) return void this.#check(document);
    // The saved file may be the data that a configuration complained of.
    for (const other of vscode.workspace.textDocuments)
      if (this.#collection.get(other.uri)?.length) void this.#check(other);
  }

  #forget(uri: vscode.Uri) {
    clearTimeout(this.#timers.get(uri.toString()));
    this.#timers.delete(uri.toString());
    this.#collection.delete(uri);
  }

  #checkTextSoon(document: vscode.TextDocument) {
    if (!isConfiguration(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => this.#checkText(document), typingPauseMs),
    );
  }

  #checkText(document: vscode.TextDocument): boolean {
    const { problems, configuration } = parseConfiguration(document.getText(), baseName(document.uri));
    this.show(document, problems);
    return configuration !== null;
  }

  async #check(document: vscode.TextDocument) {
    if (!isConfiguration(document) || !this.#checkText(document)) return;
    if (document.uri.scheme !== 'file' || !vscode.workspace.isTrusted) return;
    const { version } = document;
    try {
      const problems = await this.trainers.ask('check', {
        path: document.uri.fsPath,
        text: document.getText(),
        allowedFolder: allowedFolder(document.uri),
      });
      if (document.version === version && !document.isClosed) this.show(document, problems);
    } catch (error) {
      this.log.error(`${document.uri.fsPath} could not be checked: ${error}`);
    }
  }
}

function diagnosticOf(document: vscode.TextDocument, { message, severity, code, range, related }: Problem) {
  const place = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
  const diagnostic = new vscode.Diagnostic(place, message, severities[severity]);
  diagnostic.source = 'Descent';
  diagnostic.code = code;
  if (related) {
    const line = new vscode.Position(related.line - 1, 0);
    const location = new vscode.Location(vscode.Uri.file(related.path), line);
    diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(location, 'The data is here.')];
  }
  return diagnostic;
}
