interface CheckProps {
  readonly label: string;
  readonly title?: string;
  readonly isOn: boolean;
  readonly set: (isOn: boolean) => void;
}

export const Check = ({ label, title, isOn, set }: CheckProps) => (
  <label title={title}>
    <input type="checkbox" checked={isOn} onChange={event => set(event.currentTarget.checked)} /> {label}
  </label>
);
