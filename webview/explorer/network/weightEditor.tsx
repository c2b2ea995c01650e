import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LayerWeights } from '../../../src/protocol';
import type { WeightPlace } from '../../focus';
import { t } from '../../l10n';
import { px } from '../grid';
import { fieldText, isUndo, useEdit } from './useEdit';
import { placeName, weightAt } from './weightWords';

interface WeightEditorProps {
  readonly layers: readonly LayerWeights[];
  readonly place: WeightPlace;
  /** Where the line was clicked. */
  readonly x: number;
  readonly y: number;
  /** Of the diagram. */
  readonly width: number;
  readonly height: number;
  /** The largest weight around; the slider goes to its double. */
  readonly limit: number;
  /** @param isKey the focus shall not get lost with the field that had it */
  readonly onClose: (isKey: boolean) => void;
}

const editorWidth = 208;
const editorHeight = 104;

/** A number and a slider for one weight, beside where it was clicked. Enter keeps it, Escape takes it back. */
export function WeightEditor({ layers, place, x, y, width, height, limit, onClose }: WeightEditorProps) {
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string>(() => fieldText(weightAt(layers, place)));
  const [reach] = useState(() => Math.max(1, 2 * limit));
  const edit = useEdit(place);
  const name = placeName(layers, place);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
    field.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, []);
  const write = (text: string) => {
    setDraft(text);
    if (text !== '') edit.change(Number(text));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a look of its own
    <div
      class="weight-editor"
      role="group"
      aria-label={name}
      style={{
        left: px(Math.max(0, Math.min(x + 8, width - editorWidth))),
        top: px(y + editorHeight + 8 > height ? Math.max(0, y - editorHeight - 8) : y + 8),
        width: px(editorWidth),
      }}
      onFocusOut={({ relatedTarget, currentTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) onClose(false);
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') edit.takeBack();
        if (event.key === 'Escape' || event.key === 'Enter' || isUndo(event)) onClose(true);
      }}
    >
      <span>{name}</span>
      <input
        ref={field}
        type="number"
        step={0.1}
        aria-label={name}
        value={draft}
        onInput={event => write(event.currentTarget.value)}
      />
      <input
        type="range"
        min={-reach}
        max={reach}
        step={reach / 200}
        aria-label={t('{0}, as a slider', name)}
        value={draft}
        onInput={event => write(fieldText(event.currentTarget.valueAsNumber))}
      />
    </div>
  );
}
