import { AppError } from '@/lib/core/errors';
import { noInput } from '@/lib/core/fields';
import { pageOf } from '@/lib/platform/cursor';
import type { Tx } from '@/lib/platform/database';
import { programQuery, viewerQuery } from '@/lib/platform/query';
import { programOperations } from '../operations';
import { canListPrograms, canReadProgram } from '../policy';
import { dayOfColumn } from '../rules';
import { listProgramsInput, type ProgramStageName } from '../schema';
import { listedPrograms, type ProgramItem, programSettings, type StageSetting } from '../schema/settings';
import { type AmountBounds, findAmountBounds, selectAmountBounds } from './bounds';

const profile = {
  id: true,
  slug: true,
  name: true,
  nameEn: true,
  venue: true,
  venueEn: true,
  homeZone: true,
  venueZone: true,
  baseCurrency: true,
  asOfDefault: true,
  isSample: true,
  archivedAt: true,
  closedAt: true,
  version: true,
} as const;

type Row = Omit<ProgramItem, 'asOfDefault' | 'archivedAt' | 'closedAt' | keyof Bounds> & {
  asOfDefault: Date | null;
  archivedAt: Date | null;
  closedAt: Date | null;
};
type Bounds = Pick<AmountBounds, 'evidenceLimit' | 'largeAmount'>;

function toItem(
  { asOfDefault, archivedAt, closedAt, ...row }: Row,
  bounds: AmountBounds | undefined,
): ProgramItem {
  return {
    ...row,
    asOfDefault: asOfDefault ? dayOfColumn(asOfDefault) : null,
    archivedAt: archivedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    evidenceLimit: bounds?.evidenceLimit ?? null,
    largeAmount: bounds?.largeAmount ?? null,
  };
}

/** The viewer's programs with the role in each, the newest first; archived ones for admins only. */
export const listPrograms = viewerQuery({
  operation: programOperations.listPrograms,
  input: listProgramsInput,
  output: listedPrograms,
  may: canListPrograms,
  run: async (tx, viewer, { archived = 'without', ...page }) => {
    const roles = new Map(viewer.programs.map((entry) => [entry.programId, entry.role]));
    const rows = await tx.program.findMany({
      where: {
        ...(viewer.isAdmin ? {} : { id: { in: [...roles.keys()] } }),
        archivedAt: archived === 'only' ? { not: null } : null,
      },
      select: profile,
      orderBy: [{ createdAt: 'desc' }, { slug: 'asc' }],
    });
    const bounds = await selectAmountBounds(tx);
    const items = rows.flatMap((row) => {
      const role = roles.get(row.id) ?? (viewer.isAdmin ? 'admin' : undefined);
      return role ? [{ ...toItem(row, bounds.get(row.id)), role }] : [];
    });
    return pageOf(items, page, ({ id }) => id);
  },
});

/** One program as it stands. Throws not_found. */
export async function findProgram(tx: Tx, programId: string): Promise<ProgramItem> {
  const row = await tx.program.findUnique({ where: { id: programId }, select: profile });
  if (!row) throw new AppError('not_found', 'program');
  return toItem(row, await findAmountBounds(tx, programId));
}

const stageColumns = {
  stage: true,
  startsOn: true,
  endsOn: true,
  timeZone: true,
  meetingMinutes: true,
  usesTables: true,
  targetDays: true,
} as const;

type StageRow = Omit<StageSetting, 'stage' | 'startsOn' | 'endsOn'> & {
  stage: string;
  startsOn: Date;
  endsOn: Date;
};

function toStage(row: StageRow): StageSetting {
  const { stage, startsOn, endsOn, ...rest } = row;
  return {
    ...rest,
    stage: stage as ProgramStageName,
    startsOn: dayOfColumn(startsOn),
    endsOn: dayOfColumn(endsOn),
  };
}

/** The stages that have dates, in order. */
export async function findStages(tx: Tx, programId: string): Promise<StageSetting[]> {
  const rows = await tx.programStage.findMany({
    where: { programId },
    select: stageColumns,
    orderBy: { stage: 'asc' },
  });
  return rows.map(toStage);
}

/** A program with its stages and tables. */
export const getProgram = programQuery({
  operation: programOperations.getProgram,
  input: noInput,
  output: programSettings,
  may: canReadProgram,
  run: async (tx, { programId }) => {
    const row = await tx.program.findUnique({
      where: { id: programId },
      select: {
        ...profile,
        setupStep: true,
        stages: { select: stageColumns, orderBy: { stage: 'asc' } },
        tables: { select: { id: true, name: true, archivedAt: true }, orderBy: { seq: 'asc' } },
        _count: {
          select: {
            slots: true,
            startups: { where: { archivedAt: null } },
            investors: { where: { archivedAt: null } },
            memberships: { where: { endedAt: null } },
          },
        },
      },
    });
    if (!row) throw new AppError('not_found', 'program');
    const { stages, tables, setupStep, _count, ...program } = row;
    return {
      program: toItem(program, await findAmountBounds(tx, programId)),
      setupStep,
      stages: stages.map(toStage),
      tables: tables.map(({ archivedAt, ...table }) => ({
        ...table,
        archivedAt: archivedAt?.toISOString() ?? null,
      })),
      counts: {
        slots: _count.slots,
        startups: _count.startups,
        investors: _count.investors,
        people: _count.memberships,
      },
    };
  },
});
