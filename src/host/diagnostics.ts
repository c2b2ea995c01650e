import * as vscode from 'vscode';
import { parseConfiguration } from '../config/parse';
import type { Problem } from '../config/problem';
import { diagnosticsOwner } from '../ids';
import { baseName, isConfiguration } from './configurations';
import type { Trainers } from './trainers';
import { allowedFolder } from './training';

const typingPauseMs = 200;
/** A file that is being written changes many times. */
const dataPauseMs = 1000;
const dataPattern = '**/*.{csv,tsv,txt,gz,idx}';

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
  #dataTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly trainers: Trainers,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher(dataPattern);
    this.#disposables = [
      this.#collection,
      watcher,
      watcher.onDidCreate(() => this.#dataChanged()),
      watcher.onDidChange(() => this.#dataChanged()),
      watcher.onDidDelete(() => this.#dataChanged()),
      vscode.workspace.onDidOpenTextDocument(document => this.#check(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#checkTextSoon(document)),
      vscode.workspace.onDidSaveTextDocument(document => this.#check(document)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#checkAll()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
    ];
    this.#checkAll();
  }

  dispose() {
    for (const disposable of this.#disposables) disposable.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    clearTimeout(this.#dataTimer);
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

  /** The data that a configuration complains of may have come, or gone. */
  #dataChanged() {
    clearTimeout(this.#dataTimer);
    this.#dataTimer = setTimeout(() => this.#checkAll(), dataPauseMs);
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
    diagnostic.relatedInformation = [
      new vscode.DiagnosticRelatedInformation(location, vscode.l10n.t('The data is here.')),
    ];
  }
  return diagnostic;
}
