import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { ViewCommand } from '../../src/protocol';
import { execute } from '../host';
import { Icon, type IconName } from './icon';

interface CommandButtonProps {
  readonly command: ViewCommand;
  readonly label: string;
  readonly icon?: IconName;
  readonly secondary?: boolean;
}

export function CommandButton({ command, label, icon, secondary = false }: CommandButtonProps) {
  return (
    <vscode-button data-command={command} secondary={secondary} onClick={() => execute(command)}>
      {icon && <Icon name={icon} slot="content-before" />}
      {label}
    </vscode-button>
  );
}
