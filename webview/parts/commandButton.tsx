import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { ViewCommand } from '../../src/protocol';
import { execute } from '../host';
import { Icon, type IconName } from './icon';

interface CommandButtonProps {
  readonly command: ViewCommand;
  readonly label: string;
  readonly icon?: IconName;
  /** What the label is too short to say. */
  readonly title?: string;
  readonly secondary?: boolean;
  readonly disabled?: boolean;
}

export function CommandButton({
  command,
  label,
  icon,
  title,
  secondary = false,
  disabled = false,
}: CommandButtonProps) {
  return (
    <vscode-button
      data-command={command}
      title={title}
      aria-label={title && title !== label ? `${label}: ${title}` : undefined}
      {...{ secondary, disabled }}
      onClick={() => execute(command)}
    >
      {icon && <Icon name={icon} slot="content-before" />}
      {label}
    </vscode-button>
  );
}
