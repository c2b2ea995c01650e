import type { ComponentChildren } from 'preact';

interface ToolProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly children: ComponentChildren;
}

export function Tool({ label, onClick, pressed, disabled, children }: ToolProps) {
  return (
    <button
      type="button"
      class="toggle"
      title={label}
      aria-label={isSign(children) ? label : undefined}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** Words are a name that can be spoken as it is read; a sign needs one. */
const isSign = (children: ComponentChildren) => typeof children === 'string' && children.length === 1;

interface ChoicesProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly title: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A few values to choose from, all seen at once. */
export function Choices<T extends string>({ label, options, value, onChange }: ChoicesProps<T>) {
  return (
    <fieldset class="tools" aria-label={label}>
      {options.map(option => (
        <button
          key={option.value}
          type="button"
          class="toggle"
          data-choice={option.value}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.title}
        </button>
      ))}
    </fieldset>
  );
}
