import type { MeetingItem } from '@/lib/meeting/schema';

export type Zones = readonly [venue: string, home: string];
export type MeetingCan = { book: boolean; mark: boolean; record: boolean };

/** What the rows of one list share. */
export type Desk = { slug: string; zones: Zones; can: MeetingCan; asStartup: boolean };

/** A meeting with its words: whom, and when in both zones. */
export type MeetingRow = { meeting: MeetingItem; title: string; when: readonly string[] };

/** What each view of a meeting's dialog gets. */
export type ViewProps = {
  desk: Desk;
  row: MeetingRow;
  /** Back to the overview. */
  onBack: () => void;
  onClose: () => void;
  onBusy: (isBusy: boolean) => void;
};
