/** What differs between Node and the browser, behind one interface; paths are absolute and in the platform's own spelling. */
export interface Platform {
  readonly files: Files;
  readonly paths: Paths;
  /** Decompresses gzip, checking its CRC; throws when the result would exceed `maxBytes`. */
  gunzip(bytes: Uint8Array, maxBytes: number): Uint8Array;
  /** Lets queued messages and I/O run; resolves in the next turn of the event loop. */
  breathe(): Promise<void>;
  /** @param script absolute path of a bundle */
  startWorker(script: string): WorkerPort;
  readonly process: { readonly self: ProcessIdentity; isAlive(process: ProcessIdentity): boolean };
  /** What training may allocate before it is refused. */
  readonly memoryBudgetBytes: number;
  /** Threads that can work at the same time. */
  readonly nCores: number;
  /** Bundle of the threads that help the trainer; an absolute path. */
  readonly crewScript: string;
  /** Folder of the examples that ship with Descent. */
  readonly examplesFolder: string;
}

/** Tells a process from another one that was given the same id later, in this machine or in a container like it. */
export interface ProcessIdentity {
  readonly id: number;
  readonly host: string;
  readonly startedMs: number;
}

/** A thread of our own code, as its starter sees it. */
export interface WorkerPort {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when the thread is gone for whatever reason, in words for a person. */
  onEnd(listener: (reason: string) => void): void;
  /** Resolves when the thread is gone and can write no more. */
  terminate(): Promise<void>;
}

/** Ends the names of files that are being written; one that was left behind by a killed process is rubbish. */
export const temporarySuffix = '.tmp';

export interface FileStatus {
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  readonly isFolder: boolean;
}

export interface Files {
  read(path: string): Promise<Uint8Array>;
  /** As many bytes as there are, where the file ends before. */
  readPart(path: string, offset: number, nBytes: number): Promise<Uint8Array>;
  /** All or nothing: written to a temporary file beside `path`, flushed, then renamed over it. */
  writeAtomic(path: string, bytes: Uint8Array): Promise<void>;
  /** What could not be written whole is taken back. */
  append(path: string, bytes: Uint8Array): Promise<void>;
  truncate(path: string, sizeBytes: number): Promise<void>;
  /** Creates the folder and its parents; an existing one is left as it is. */
  makeFolder(path: string): Promise<void>;
  /** Creates the folder in an existing parent; false when it is there already. */
  claimFolder(path: string): Promise<boolean>;
  /** Names in the folder, sorted; a missing folder is an empty one. */
  list(path: string): Promise<string[]>;
  status(path: string): Promise<FileStatus | undefined>;
  /** The path with every symbolic link followed; throws when it does not exist. */
  realPath(path: string): Promise<string>;
  /** Removes a file or a folder with all it holds; what is not there is fine. */
  remove(path: string): Promise<void>;
}

export interface Paths {
  join(...parts: string[]): string;
  resolve(base: string, path: string): string;
  relative(from: string, to: string): string;
  dirname(path: string): string;
  basename(path: string): string;
  isInside(folder: string, path: string): boolean;
}
