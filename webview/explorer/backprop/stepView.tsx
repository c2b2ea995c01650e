import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../l10n';
import { Formula } from './formula';
import { NumberTable } from './numberTable';
import { fold, type Step } from './tables';

interface StepViewProps {
  readonly step: Step;
  /** From 1. */
  readonly number: number;
  /** Of the section, where this is the step at hand. */
  readonly current: RefObject<HTMLElement | null> | null;
}

/** One step with its formula and its numbers; of the row that is pointed at, how it comes about. */
export function StepView({ step, number, current }: StepViewProps) {
  const { key, phase, title, formula, result, notes = [], table, detail } = step;
  const [pointed, choose] = useState<number | null>(null);
  const rowOf = (id: number | null | undefined) => table.rows.find(row => row.id === id);
  const row = rowOf(pointed) ?? rowOf(step.first) ?? fold(table, false).rows[0];
  const shown = row && detail?.(row.id);
  return (
    <section ref={current} class="step" data-step={key} aria-current={current ? 'step' : undefined}>
      <h3>
        {number}. {title} <span class="muted">{phaseWords(phase)}</span>
      </h3>
      <p class="step-formula">
        <Formula text={formula} />
      </p>
      {result && (
        <p class="step-formula">
          <Formula text={result} />
        </p>
      )}
      {notes.map(
        note =>
          note && (
            <p class="muted" key={note}>
              {note}
            </p>
          ),
      )}
      <div class="step-numbers">
        <NumberTable table={table} label={title} {...(shown && { choice: { row: row.id, choose } })} />
        {shown && (
          <div class="step-detail">
            <p>
              <span class="strong">{row.name}</span>
              {shown.line && (
                <span class="step-line">
                  <Formula text={shown.line} />
                </span>
              )}
            </p>
            {shown.table && <NumberTable table={shown.table} label={row.name} />}
          </div>
        )}
      </div>
    </section>
  );
}

const phaseWords = (phase: Step['phase']) =>
  ({ forward: t('forward'), backward: t('backward'), update: t('update') })[phase];
