import { z } from 'zod';
import { type EpochMetrics, epochMetrics, type StepLoss, stepLoss } from './record';

export interface Metrics {
  readonly epochs: readonly EpochMetrics[];
  readonly steps: readonly StepLoss[];
}

/** An epoch has the fields of a step as well: one that is damaged must not be read as a step. */
const line = z.union([epochMetrics, stepLoss.extend({ epoch: z.never().optional() })]);

/** One JSON object a line; a value that is not finite becomes null. */
export function encodeMetrics({ epochs, steps }: Metrics): Uint8Array {
  const lines = [...steps, ...epochs].map(record => `${JSON.stringify(record)}\n`);
  return new TextEncoder().encode(lines.join(''));
}

/** Reads every whole record; a torn last line, left by a killed process, is passed over. */
export function decodeMetrics(bytes: Uint8Array): Metrics {
  const epochs: EpochMetrics[] = [];
  const steps: StepLoss[] = [];
  for (const text of new TextDecoder().decode(bytes).split('\n')) {
    const record = parseLine(text);
    if (record === undefined) continue;
    if ('epoch' in record) epochs.push(record);
    else steps.push(record);
  }
  return { epochs, steps };
}

function parseLine(text: string): EpochMetrics | StepLoss | undefined {
  if (text === '') return undefined;
  try {
    return line.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
