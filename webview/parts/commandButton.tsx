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
}

export function CommandButton({ command, label, icon, title, secondary = false }: CommandButtonProps) {
  return (
    <vscode-button
      data-command={command}
      title={title}
      secondary={secondary}
      onClick={() => execute(command)}
    >
      {icon && <Icon name={icon} slot="content-before" />}
      {label}
    </vscode-button>
  );
}
