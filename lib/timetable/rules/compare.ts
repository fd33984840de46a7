import type { TimetableFigures } from './figures';
import type { StageSlot, StageTable, TimetableItem } from './overview';

export type Place = { slotId: string; tableId: string | null };

/** One pair whose meeting differs: `from` null is new, `to` null is gone, both is moved. */
export type DifferenceItem = {
  pairId: string;
  startup: { id: string; name: string; nameEn: string };
  investor: { id: string; name: string };
  kind: 'added' | 'removed' | 'moved' | 'table_changed';
  from: Place | null;
  to: Place | null;
};

export type Comparison = {
  from: TimetableItem | null;
  to: TimetableItem;
  slots: StageSlot[];
  tables: StageTable[];
  /** In the order of startups, then time. */
  items: DifferenceItem[];
  counts: { added: number; removed: number; moved: number; tableChanged: number; kept: number };
  /** Parties whose day changes: who would be told. */
  touched: { startups: string[]; investors: string[] };
  figures: { from: TimetableFigures | null; to: TimetableFigures };
};
