import type { Platform } from '../platform/types';

/** What a command line may use of the outer world. */
export interface World {
  readonly platform: Platform;
  /** The working folder, absolute. */
  readonly folder: string;
  readonly terminal: Terminal;
  /** Calls back when the person presses Ctrl+C. */
  onInterrupt(stop: () => void): void;
}

export interface Context extends World {
  /** One JSON object a line instead of text for people. */
  readonly json: boolean;
}

export interface Terminal {
  /** Whether a line may be drawn over. */
  readonly isInteractive: boolean;
  /** Its width in characters. */
  readonly columns: number;
  print(text: string): void;
  redraw(text: string): void;
  complain(text: string): void;
}

export interface Values {
  readonly set?: string[] | undefined;
  readonly out?: string | undefined;
  readonly resume?: string | undefined;
  readonly threads?: string | undefined;
  readonly data?: string | undefined;
  readonly split?: string | undefined;
  readonly worst?: string | undefined;
  readonly epoch?: string | undefined;
  readonly target?: string | undefined;
}

export interface Command {
  /** Those that it takes besides `--json`. */
  readonly options: readonly (keyof Values)[];
  /** @returns the exit code */
  run(context: Context, args: readonly string[], values: Values): Promise<number>;
}

/** The command line itself is wrong. */
export class UsageError extends Error {}

/** The single argument of a command. */
export function onlyArgument(args: readonly string[], what: string): string {
  const [argument, ...more] = args;
  if (argument === undefined || more.length > 0) throw new UsageError(`Name one ${what}.`);
  return argument;
}

/** A configuration file with its text. */
export async function readConfiguration({ platform: { files, paths }, folder }: Context, argument: string) {
  const path = paths.resolve(folder, argument);
  const status = await files.status(path);
  if (!status || status.isFolder) throw new UsageError(`There is no configuration ${argument}.`);
  return { path, text: new TextDecoder().decode(await files.read(path)), allowedFolder: null };
}
