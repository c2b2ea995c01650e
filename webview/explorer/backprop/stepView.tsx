import type { RefObject } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { BackpropStep } from '../../../src/protocol';
import { t } from '../../l10n';
import { Formula } from './formula';
import { NumberTable } from './numberTable';
import { fold, tableOf, termsOf } from './tables';
import { fill, say, text } from './words';

interface StepViewProps {
  readonly step: BackpropStep;
  /** From 1. */
  readonly number: number;
  /** Of the section, where this is the step at hand. */
  readonly current: RefObject<HTMLElement | null> | null;
}

/** One step with its formula and its numbers; of the row that is pointed at, how it comes about. */
export function StepView({ step, number, current }: StepViewProps) {
  const { key, phase, formula, result, notes = [], line, detail } = step;
  const [pointed, choose] = useState<number | undefined>();
  const table = useMemo(() => tableOf(step), [step]);
  const title = say(step.title);
  const row = table.rows[pointed ?? step.first ?? fold(table, false).rows[0]?.id ?? 0];
  const hasMore = row && (line || detail);
  return (
    <section ref={current} class="step" data-step={key} aria-current={current ? 'step' : undefined}>
      <h3>
        {number}. {title} <span class="muted">{phaseWords(phase)}</span>
      </h3>
      {[text(formula), result && fill(result.formula, result.values)].map(
        each =>
          each && (
            <p class="step-formula" key={each}>
              <Formula text={each} />
            </p>
          ),
      )}
      {notes.map(note => (
        <p class="muted" key={text(note)}>
          {text(note)}
        </p>
      ))}
      <div class="step-numbers">
        <NumberTable table={table} label={title} {...(hasMore && { choice: { row: row.id, choose } })} />
        {hasMore && (
          <div class="step-detail">
            <p>
              <span class="strong">{row.name}</span>
              {line && (
                <span class="step-line">
                  <Formula text={lineOf(line, row.id)} />
                </span>
              )}
            </p>
            {detail && <NumberTable table={termsOf(detail, row.id)} label={row.name} />}
          </div>
        )}
      </div>
    </section>
  );
}

const lineOf = ({ formula, columns }: NonNullable<BackpropStep['line']>, row: number) =>
  fill(
    formula,
    columns.map(column => column[row]!),
  ).replaceAll('{#}', `{${row + 1}}`);

const phaseWords = (phase: BackpropStep['phase']) =>
  ({ forward: t('forward'), backward: t('backward'), update: t('update') })[phase];
