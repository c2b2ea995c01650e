import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import type { VscodeSingleSelect } from '@vscode-elements/elements/dist/vscode-single-select/vscode-single-select.js';
import { t } from '../../l10n';
import { type ClassOrder, classOrders } from './order';

interface OrderPickerProps {
  readonly order: ClassOrder;
  readonly onOrder: (order: ClassOrder) => void;
}

const titles: Readonly<Record<ClassOrder, () => string>> = {
  classes: () => t('in the order of the classes'),
  errors: () => t('most errors first'),
  neighbours: () => t('confused ones side by side'),
};

export function OrderPicker({ order, onOrder }: OrderPickerProps) {
  return (
    <vscode-single-select
      class="order-picker"
      label={t('Order')}
      aria-label={t('Order')}
      onChange={event => onOrder((event.currentTarget as VscodeSingleSelect).value as ClassOrder)}
    >
      {classOrders.map(name => (
        <vscode-option key={name} value={name} selected={name === order}>
          {titles[name]()}
        </vscode-option>
      ))}
    </vscode-single-select>
  );
}
