import type { WorkerPort } from '../platform/types';
import type { Failure, ProgressEvent, TrainerMessage, TrainerMethod, TrainerRequests } from '../protocol';

/** What the trainer answered instead of a result. */
export class TrainerError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
    this.name = 'TrainerError';
  }
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: TrainerError) => void;
}

/** The host's end of one trainer: requests become promises, and the trainer's death rejects all that wait. */
export class TrainerClient {
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #endReason: string | null = null;

  constructor(
    private readonly port: WorkerPort,
    onProgress: (event: ProgressEvent) => void,
    onEnd: (reason: string) => void,
  ) {
    // The worker runs our own bundle, so that its messages are what the protocol says.
    port.onMessage(message => this.#receive(message as TrainerMessage, onProgress));
    port.onEnd(reason => {
      this.#end(reason);
      onEnd(reason);
    });
  }

  request<M extends TrainerMethod>(
    method: M,
    params: TrainerRequests[M]['params'],
  ): Promise<TrainerRequests[M]['result']> {
    return new Promise<unknown>((resolve, reject) => {
      if (this.#endReason !== null) return reject(trainerEnded(this.#endReason));
      const id = ++this.#lastId;
      this.#pending.set(id, { resolve, reject });
      this.port.post({ type: 'request', id, method, params });
    }) as Promise<TrainerRequests[M]['result']>;
  }

  /** Ends the thread at once, whatever it is doing; again is fine. */
  dispose(): Promise<void> {
    this.#end('The training thread was ended.');
    return this.port.terminate();
  }

  #receive(message: TrainerMessage, onProgress: (event: ProgressEvent) => void) {
    if (message.type === 'progress') return onProgress(message);
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.ok) pending?.resolve(message.result);
    else pending?.reject(new TrainerError(message.failure));
  }

  #end(reason: string) {
    this.#endReason ??= reason;
    for (const { reject } of this.#pending.values()) reject(trainerEnded(reason));
    this.#pending.clear();
  }
}

const trainerEnded = (message: string) => new TrainerError({ code: 'trainer-ended', message });
