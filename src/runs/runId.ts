/**
 * A new run's id, its start time in UTC to the millisecond: `20261122-114104-123`.
 * Ids sort in the order in which runs began, also when the clock jumps back or two begin in the same millisecond:
 * the new id is later than every existing one.
 */
export function newRunId(existing: readonly string[], nowMs: number): string {
  const latest = Math.max(0, ...existing.map(timeOf).filter(time => !Number.isNaN(time)));
  return formatted(Math.max(nowMs, latest + 1));
}

/** Whether a folder of this name was claimed for a run. */
export const isRunId = (name: string): boolean => !Number.isNaN(timeOf(name));

const formatted = (timeMs: number) =>
  new Date(timeMs).toISOString().replace(/[-:]/g, '').replace('T', '-').replace('.', '-').replace('Z', '');

function timeOf(id: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(\d{3})$/.exec(id);
  if (!parts) return Number.NaN;
  const [, year, month, day, hour, minute, second, ms] = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
}
