import type { ComponentType } from 'preact';
import type { RunSummary } from '../../src/protocol';
import { t } from '../l10n';
import { Confusion } from './confusion/confusion';
import { CurvesView } from './curvesView';
import { DataMapView } from './dataMap/dataMap';
import { NetworkView } from './network/network';
import { Samples } from './samples';
import { Weights } from './weights';

export interface ExplorerView {
  /** Kept as the choice of a person, so it stays the same in every language. */
  readonly name: string;
  readonly title: () => string;
  readonly Content: ComponentType;
  /** Where it means something; everywhere if not given. */
  readonly suits?: (run: RunSummary) => boolean;
}

export const curves: ExplorerView = { name: 'curves', title: () => t('Curves'), Content: CurvesView };
export const samples: ExplorerView = { name: 'samples', title: () => t('Samples'), Content: Samples };

const isClassification = ({ task }: RunSummary) => task === 'classification';

/** All views of the Model Explorer, in the order of their tabs. */
export const explorerViews: readonly ExplorerView[] = [
  curves,
  { name: 'network', title: () => t('Network'), Content: NetworkView },
  { name: 'weights', title: () => t('Weights'), Content: Weights },
  samples,
  { name: 'confusion', title: () => t('Confusion'), Content: Confusion, suits: isClassification },
  { name: 'dataMap', title: () => t('Data map'), Content: DataMapView, suits: isClassification },
];
