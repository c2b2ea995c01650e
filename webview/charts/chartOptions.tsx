import type { ComponentChildren } from 'preact';
import { useChoice } from '../hooks';
import { t } from '../l10n';
import type { ChartSettings } from './frame';

/** The axis of the loss has its switch in its legend. */
export interface ChartChoices extends Omit<ChartSettings, 'isLogLoss'> {
  readonly showsRate: boolean;
}

interface ChartOptionsProps {
  readonly choices: ChartChoices;
  readonly onChoose: (changed: Partial<ChartChoices>) => void;
  readonly isZoomed: boolean;
  readonly onReset: () => void;
  readonly children: ComponentChildren;
}

/** How the curves are drawn, folded away where there is little room. */
export function ChartOptions({ choices, onChoose, isZoomed, onReset, children }: ChartOptionsProps) {
  const [isOpen, setOpen] = useChoice('chartOptions', document.body.dataset.view === 'explorer');
  const { isLogEpochs, smoothing, showsRate } = choices;
  return (
    <details class="chart-options" open={isOpen} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('Chart options')}</summary>
      <div class="options-row">
        <Toggle isOn={isLogEpochs} onToggle={() => onChoose({ isLogEpochs: !isLogEpochs })}>
          {t('log epochs')}
        </Toggle>
        <Toggle isOn={showsRate} onToggle={() => onChoose({ showsRate: !showsRate })}>
          {t('learning rate')}
        </Toggle>
        <label
          class="smoothing"
          title={t('Weight of the epochs before in a moving mean; the curve without it stays light behind')}
        >
          {t('smoothing')}
          <input
            type="range"
            min="0"
            max="0.99"
            step="0.01"
            value={smoothing}
            onInput={event => onChoose({ smoothing: Number(event.currentTarget.value) })}
          />
          <output>{smoothing === 0 ? t('off') : smoothing.toFixed(2)}</output>
        </label>
        <button
          type="button"
          class="toggle"
          disabled={!isZoomed}
          title={t(
            'Zoom: drag, or Ctrl and the wheel, or + and −. Move: Shift and drag, or Shift and the arrows. Whole: double-click, or 0',
          )}
          onClick={onReset}
        >
          {t('Reset zoom')}
        </button>
        {children}
      </div>
    </details>
  );
}

interface ToggleProps {
  readonly isOn: boolean;
  readonly onToggle: () => void;
  readonly children: ComponentChildren;
}

const Toggle = ({ isOn, onToggle, children }: ToggleProps) => (
  <button type="button" class="toggle" aria-pressed={isOn} onClick={onToggle}>
    {children}
  </button>
);
