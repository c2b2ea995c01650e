import type { Platform } from '../platform/types';
import type { ProgressEvent, TrainerMethod, TrainerRequests } from '../protocol';
import { TrainerClient } from './trainerClient';

/** Starts trainer threads. */
export class Trainers {
  constructor(
    private readonly platform: Platform,
    private readonly script: string,
  ) {}

  start(onProgress: (event: ProgressEvent) => void, onEnd: (reason: string) => void): TrainerClient {
    return new TrainerClient(this.platform.startWorker(this.script), onProgress, onEnd);
  }

  /** One question to a thread of its own, which ends with the answer. */
  async ask<M extends TrainerMethod>(
    method: M,
    params: TrainerRequests[M]['params'],
  ): Promise<TrainerRequests[M]['result']> {
    const trainer = this.start(
      () => {},
      () => {},
    );
    try {
      return await trainer.request(method, params);
    } finally {
      void trainer.dispose();
    }
  }
}
