import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { ViewCommand } from '../../src/protocol';
import { execute } from '../host';

interface CommandButtonProps {
  readonly command: ViewCommand;
  readonly label: string;
  readonly icon?: string;
  readonly secondary?: boolean;
}

export function CommandButton({ command, label, icon = '', secondary = false }: CommandButtonProps) {
  return (
    <vscode-button data-command={command} icon={icon} secondary={secondary} onClick={() => execute(command)}>
      {label}
    </vscode-button>
  );
}
