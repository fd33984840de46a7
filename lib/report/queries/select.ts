import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import { dayOfColumn } from '@/lib/program/rules';
import type { Frozen, Report, ReportItem } from '../schema';

const COLUMNS = {
  number: true,
  asOf: true,
  knownAt: true,
  figures: true,
  sentenceKo: true,
  sentenceEn: true,
  note: true,
  publishedAt: true,
  by: { select: { id: true, name: true, nameEn: true } },
  means: true,
} as const;

type Row = Omit<ReportItem, 'asOf' | 'knownAt' | 'publishedAt' | 'sum'> & {
  asOf: Date;
  knownAt: Date;
  publishedAt: Date;
  figures: unknown;
};

function toReport({ figures, ...row }: Row): Report {
  // Written by this noun alone and never changed: what stands there is what `freeze` made.
  const frozen = inDigits(figures) as Frozen;
  return {
    ...row,
    sum: frozen.sum,
    asOf: dayOfColumn(row.asOf),
    knownAt: row.knownAt.toISOString(),
    publishedAt: row.publishedAt.toISOString(),
    figures: frozen,
  };
}

/** Reports of earlier versions kept small sums as numbers: the same figure, read as the digits that all others are. */
function inDigits(figures: unknown): unknown {
  const read = (key: string, value: unknown) =>
    key === 'minor' && typeof value === 'number' ? String(value) : value;
  return JSON.parse(JSON.stringify(figures), read);
}

/** One report exactly as it was stored, or null. */
export async function selectReport(
  tx: Tx,
  { programId }: ProgramScope,
  number: number,
): Promise<Report | null> {
  const row = await tx.report.findUnique({
    where: { programId_number: { programId, number } },
    select: COLUMNS,
  });
  return row && toReport(row);
}

/** The last one published, or null where there is none. */
export async function selectLastReport(tx: Tx, { programId }: ProgramScope): Promise<Report | null> {
  const row = await tx.report.findFirst({
    where: { programId },
    select: COLUMNS,
    orderBy: { number: 'desc' },
  });
  return row && toReport(row);
}
