/** What tests of single parts of the host need of the editor's API: they set what it answers, and read what was asked of it. */

type Listener<T> = (value: T) => unknown;

export class EventEmitter<T> {
  readonly #listeners = new Set<Listener<T>>();
  event = (listener: Listener<T>) => {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  };
  fire(value: T) {
    for (const listener of this.#listeners) listener(value);
  }
  dispose = () => this.#listeners.clear();
}

/** A path of this machine. */
export class Uri {
  private constructor(readonly fsPath: string) {}
  static file = (path: string) => new Uri(path);
  static joinPath = ({ fsPath }: Uri, ...parts: string[]) =>
    new Uri(normalized([fsPath, ...parts].join('/')));
}

function normalized(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

const never = () => ({ dispose: () => {} });

export const workspace = {
  isTrusted: true,
  /** Paths of the workspace folders. */
  folders: [] as string[],
  getWorkspaceFolder: ({ fsPath }: Uri) => {
    const path = workspace.folders.find(folder => `${fsPath}/`.startsWith(`${folder}/`));
    return path === undefined ? undefined : { uri: Uri.file(path) };
  },
  getConfiguration: () => ({ get: () => undefined }),
  onDidSaveTextDocument: never,
  onDidDeleteFiles: never,
  onDidChangeWorkspaceFolders: never,
  createFileSystemWatcher: () => ({
    ...{ onDidCreate: never, onDidChange: never, onDidDelete: never, dispose: () => {} },
  }),
  findFiles: async (): Promise<readonly Uri[]> => [],
};

export const commands = { executeCommand: async () => {} };
export const l10n = {
  t: (message: string, ...args: unknown[]) =>
    message.replace(/\{(\d+)\}/g, (_, index: string) => String(args[Number(index)])),
};
