import { rejectedFile } from '@/lib/import/commands/rejected';
import { importTemplate } from '@/lib/import/commands/template';
import type { Bound } from '@/lib/platform/bound';
import { takeArchive } from '@/lib/transfer/commands/archive';
import { exportFunnelFile, exportRowsFile } from '@/lib/transfer/commands/books';
import {
  exportAudit,
  exportInvestors,
  exportMeetings,
  exportPeople,
  exportStartups,
  exportTimetable,
  exportWishes,
} from '@/lib/transfer/commands/lists';
import { exportAmounts, exportOutcomes, exportPairs } from '@/lib/transfer/commands/pair-lists';
import { restoreArchive } from '@/lib/transfer/commands/restore';
import { previewArchive } from '@/lib/transfer/queries/archive-preview';

/** What leaves as a file, and what a whole program comes back from. */
export const FILES: readonly Bound[] = [
  importTemplate,
  rejectedFile,
  exportFunnelFile,
  exportRowsFile,
  exportPairs,
  exportOutcomes,
  exportAmounts,
  exportMeetings,
  exportStartups,
  exportInvestors,
  exportPeople,
  exportWishes,
  exportTimetable,
  exportAudit,
  takeArchive,
  previewArchive,
  restoreArchive,
];
