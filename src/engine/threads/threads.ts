import type { MemberTask } from './member';

/** What a training may use beside its own thread; given by whoever knows how threads are started here. */
export interface Threads {
  /** All that work on a step, this one among them. */
  readonly count: number;
  /** Milliseconds since any moment, to find out whether more threads are faster; null when all are to be used anyhow. */
  readonly clock: (() => number) | null;
  /** Starts a thread that calls `joinCrew` with the task; may throw. */
  start(task: MemberTask): MemberThread;
}

export interface MemberThread {
  onEnd(listener: () => void): void;
  /** Ends it, also while it sleeps; resolves when it is gone. */
  terminate(): Promise<void>;
}
