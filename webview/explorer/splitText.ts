import type { Split } from '../../src/protocol';
import { t } from '../l10n';

/** A part of the data, as a word before 'samples'. */
export const splitText = (split: Split): string =>
  ({ train: t('training'), validation: t('validation'), test: t('test') })[split];
