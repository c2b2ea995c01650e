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
    <select
      class="order-picker"
      aria-label={t('Order')}
      value={order}
      onChange={event => onOrder(event.currentTarget.value as ClassOrder)}
    >
      {classOrders.map(name => (
        <option key={name} value={name}>
          {titles[name]()}
        </option>
      ))}
    </select>
  );
}
