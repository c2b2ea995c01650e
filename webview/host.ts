import type { ViewCommand, ViewMessage } from '../src/protocol';

interface VsCodeApi {
  postMessage(message: ViewMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/** VS Code hands its API out only once a page. */
const api = acquireVsCodeApi();

export const post = (message: ViewMessage): void => api.postMessage(message);
export const execute = (command: ViewCommand): void => post({ type: 'command', command });

/** What a person chose in this view; VS Code keeps it while the view is hidden or reloaded. */
export const choices = {
  read: (): Record<string, unknown> => (api.getState() ?? {}) as Record<string, unknown>,
  write: (key: string, value: unknown): void => api.setState({ ...choices.read(), [key]: value }),
};
