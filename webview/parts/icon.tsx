import goOn from '@vscode/codicons/src/icons/debug-continue.svg';
import pause from '@vscode/codicons/src/icons/debug-pause.svg';
import stepOut from '@vscode/codicons/src/icons/debug-step-out.svg';
import stepOver from '@vscode/codicons/src/icons/debug-step-over.svg';
import stop from '@vscode/codicons/src/icons/debug-stop.svg';
import edit from '@vscode/codicons/src/icons/edit.svg';
import error from '@vscode/codicons/src/icons/error.svg';
import info from '@vscode/codicons/src/icons/info.svg';
import play from '@vscode/codicons/src/icons/play.svg';
import warning from '@vscode/codicons/src/icons/warning.svg';

const icons = {
  ...{ train: play, pause, resume: goOn, step: stepOver, runEpoch: stepOut, stop },
  ...{ change: edit, error, info, warning },
} as const;
export type IconName = keyof typeof icons;

/** A codicon as part of the page, so that no font must be loaded; its markup is the bundle's, never a file's. */
export const Icon = ({ name, slot }: { readonly name: IconName; readonly slot?: string }) => (
  <span class="icon" aria-hidden="true" slot={slot} dangerouslySetInnerHTML={{ __html: icons[name] }} />
);
