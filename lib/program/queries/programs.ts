import { AppError } from '@/lib/core/errors';
import { noInput } from '@/lib/core/fields';
import type { Role } from '@/lib/core/scope';
import { programQuery, viewerQuery } from '@/lib/platform/query';
import { programOperations } from '../operations';
import { canListPrograms, canReadProgram } from '../policy';
import { dayOfColumn } from '../rules';
import { listProgramsInput, type ProgramStageName } from '../schema';
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
  version: true,
} as const;

type Row = {
  id: string;
  slug: string;
  name: string;
  nameEn: string;
  venue: string;
  venueEn: string;
  homeZone: string;
  venueZone: string;
  baseCurrency: string;
  asOfDefault: Date | null;
  isSample: boolean;
  archivedAt: Date | null;
  version: number;
};

/** Days as YYYY-MM-DD, instants as ISO strings with Z, bounds of amounts in minor units of the base currency. */
export type ProgramItem = Omit<Row, 'asOfDefault' | 'archivedAt'> & {
  asOfDefault: string | null;
  evidenceLimit: number | null;
  largeAmount: number | null;
  archivedAt: string | null;
};

function toItem({ asOfDefault, archivedAt, ...row }: Row, bounds: AmountBounds | undefined): ProgramItem {
  return {
    ...row,
    asOfDefault: asOfDefault ? dayOfColumn(asOfDefault) : null,
    archivedAt: archivedAt?.toISOString() ?? null,
    evidenceLimit: bounds?.evidenceLimit ?? null,
    largeAmount: bounds?.largeAmount ?? null,
  };
}

/** The viewer's programs with the role in each, the newest first; archived ones for admins only. */
export const listPrograms = viewerQuery({
  operation: programOperations.listPrograms,
  input: listProgramsInput,
  may: canListPrograms,
  run: async (tx, viewer, { archived = 'without' }): Promise<{ items: (ProgramItem & { role: Role })[] }> => {
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
    return { items };
  },
});

export type StageSetting = {
  stage: ProgramStageName;
  startsOn: string;
  endsOn: string;
  timeZone: string;
  meetingMinutes: number;
  usesTables: boolean;
  /** How many days a pair should stand in the stage at most; null sets no target. */
  targetDays: number | null;
};
export type TableItem = { id: string; name: string; archivedAt: string | null };
export type ProgramSettings = {
  program: ProgramItem;
  stages: StageSetting[];
  tables: TableItem[];
  /** How many there are, as far as the viewer sees. */
  counts: { slots: number; startups: number; investors: number; people: number };
};

/** A program with its stages and tables. */
export const getProgram = programQuery({
  operation: programOperations.getProgram,
  input: noInput,
  may: canReadProgram,
  run: async (tx, { programId }): Promise<ProgramSettings> => {
    const row = await tx.program.findUnique({
      where: { id: programId },
      select: {
        ...profile,
        stages: {
          select: {
            stage: true,
            startsOn: true,
            endsOn: true,
            timeZone: true,
            meetingMinutes: true,
            usesTables: true,
            targetDays: true,
          },
          orderBy: { stage: 'asc' },
        },
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
    const { stages, tables, _count, ...program } = row;
    return {
      program: toItem(program, await findAmountBounds(tx, programId)),
      stages: stages.map(({ stage, startsOn, endsOn, ...rest }) => ({
        ...rest,
        stage: stage as ProgramStageName,
        startsOn: dayOfColumn(startsOn),
        endsOn: dayOfColumn(endsOn),
      })),
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
