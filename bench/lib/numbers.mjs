// Medians, ratios and tables.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}
export const short = value => (value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3));

/** Of an answer `{ units, cpu, wall }`: what was done in a second. */
export const perCpuSecond = ({ units, cpu }) => units / cpu;
export const perWallSecond = ({ units, wall }) => units / wall;

/**
 * How many times as fast as the other one in the same round.
 * @returns {{ min: number, median: number, max: number } | null} null where one of them is missing
 */
export function ratio(answers, others, speed = perCpuSecond) {
  if (!answers || !others) return null;
  return spread(answers.map((answer, round) => speed(answer) / speed(others[round])));
}

export const spread = values => ({
  min: Math.min(...values),
  median: median(values),
  max: Math.max(...values),
});

/** Three cells: min, **median**, max. */
export const spreadCells = all =>
  all ? [short(all.min), `**${short(all.median)}**`, short(all.max)] : ['–', '–', '–'];
/** One cell: median (min–max). */
export const spreadCell = all =>
  all ? `**${short(all.median)}** (${short(all.min)}–${short(all.max)})` : '–';

/** A table in Markdown. */
export function table(head, rows) {
  const line = cells => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** A goal that is met by at least (`≥`) or at most (`≤`) so much; `reached` null is not measured. */
export function goal(text, relation, needed, reached, unit = '') {
  const isMet = reached !== null && (relation === '≥' ? reached >= needed : reached <= needed);
  const show = value => `${value.toLocaleString('en')}${unit}`;
  return {
    text,
    needed: `${relation} ${show(needed)}`,
    reached: reached === null ? 'not measured' : `${short(reached)}${unit}`,
    isMet,
  };
}
