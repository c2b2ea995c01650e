import { Notice } from '../parts/notice';
import type { WaitingText } from './waitingText';

export function Waiting({ waiting }: { readonly waiting: WaitingText }) {
  return waiting.isFailure ? (
    <Notice kind="warning">{waiting.text}</Notice>
  ) : (
    <p class="muted waiting">{waiting.text}</p>
  );
}
