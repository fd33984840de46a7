import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { ProgramScope, Role } from '@/lib/core/scope';
import type { Log } from './log';

/** Writes logs straight into the tables, as the database's owner: nothing of the product's own way of writing. */
export async function writeProgram(client: pg.Client, zone: string, log: Log): Promise<string> {
  const programId = randomUUID();
  const into = insertInto(client, programId);
  const slug = `p-${programId}`;
  await client.query(
    'insert into program (id, slug, name, name_en, home_zone, venue_zone) values ($1, $2, $2, $2, $3, $3)',
    [programId, slug, zone],
  );
  await joinManager(client, programId);
  const archivedAt = (archived: boolean) => (archived ? '2023-04-01T00:00:00Z' : null);
  const parties = (rows: Log['startups']) =>
    rows.map(({ id, archived }, n) => ({ id, name: `${n}`, archived_at: archivedAt(archived) }));
  await into(
    'startup',
    parties(log.startups).map((row) => ({
      ...row,
      name_en: row.name,
      sector: row.name === '1' ? 'ai' : 'robotics',
    })),
  );
  await into(
    'investor',
    parties(log.investors).map((row) => ({ ...row, focus: [] })),
  );
  await into(
    'pair',
    log.pairs.map(({ id, startupId, investorId }) => ({
      id,
      startup_id: startupId,
      investor_id: investorId,
    })),
  );
  await writeLog(client, programId, log);
  return programId;
}

/** The walls look up whether whoever asks is a member. One id for the program and its manager, so that `scopeIn` knows it. */
export async function joinManager(client: pg.Client, programId: string): Promise<void> {
  await client.query('insert into person (id, email, name) values ($1, $2, $3)', [
    programId,
    `manager-${programId}@example.com`,
    'manager',
  ]);
  await client.query(
    `insert into membership (program_id, id, person_id, role) values ($1, $1, $1, 'manager')`,
    [programId],
  );
}

export async function writeLog(
  client: pg.Client,
  programId: string,
  log: Omit<Log, 'startups' | 'investors'>,
): Promise<void> {
  const into = insertInto(client, programId);
  const pairOf = new Map(log.pairs.map((pair) => [pair.id, pair]));
  const base = ({ id, pairId, recordedAt }: { id: string; pairId: string; recordedAt: number }) => ({
    id,
    pair_id: pairId,
    startup_id: pairOf.get(pairId)?.startupId,
    recorded_at: iso(recordedAt),
    means: 'import',
  });
  await into(
    'stage_event',
    log.stages.map((row) => ({
      ...base(row),
      from_stage: row.opens ? null : 'candidate',
      to_stage: row.toStage,
      effective_at: iso(row.effectiveAt),
    })),
  );
  await into(
    'status_event',
    log.statuses.map((row) => ({
      ...base(row),
      ...{ from_status: 'open', to_status: row.toStatus, reason_code: row.reasonCode, reason: 'said' },
      effective_at: iso(row.effectiveAt),
    })),
  );
  await into(
    'amount',
    log.amounts.map((row) => {
      const ends = row.rung === 'rejected' || row.rung === 'on_hold';
      const sum = { minor: ends ? null : Number(row.minor), currency: ends ? null : row.currency };
      const said = { rung: row.rung, effective_on: row.effectiveOn, source: row.source, reason: 'said' };
      return { ...base(row), ...sum, ...said, evidence: row.proved ? 'a document' : null };
    }),
  );
  await into(
    'void',
    log.voids.map((row) => ({
      ...base({ id: randomUUID(), ...row }),
      ...{ stage_event_id: null, status_event_id: null, amount_id: null },
      ...{ [row.of === 'amount' ? 'amount_id' : `${row.of}_event_id`]: row.targetId, reason: 'mistaken' },
    })),
  );
  await into(
    'meeting',
    log.meetings.map((row) => ({
      ...{ id: row.id, pair_id: row.pairId, stage: row.stage },
      startup_id: pairOf.get(row.pairId)?.startupId,
      investor_id: pairOf.get(row.pairId)?.investorId,
      // The cache of the log is not what the funnel reads; cancelled here, so that no two of them clash.
      ...{ starts_at: '2023-01-01T09:00:00Z', ends_at: '2023-01-01T09:30:00Z', state: 'cancelled' },
    })),
  );
  await into(
    'meeting_event',
    log.meetingEvents.map((row) => ({
      ...base(row),
      ...{ meeting_id: row.meetingId, kind: row.kind },
      ...{ starts_at: iso(row.startsAt), ends_at: iso(row.startsAt + 1_500_000) },
    })),
  );
  await into(
    'fx_rate',
    log.rates.map(({ base: from, rate, on, recordedAt }) => ({
      ...{ id: randomUUID(), base: from, quote: 'KRW', rate, on_day: on, source: 'test' },
      recorded_at: iso(recordedAt),
    })),
  );
}

const iso = (ms: number) => new Date(ms).toISOString();

function insertInto(client: pg.Client, programId: string) {
  return async (table: string, rows: Record<string, unknown>[]): Promise<void> => {
    if (rows.length === 0) return;
    const columns = ['program_id', ...Object.keys(rows[0] ?? {})].join(', ');
    const json = JSON.stringify(rows.map((row) => ({ program_id: programId, ...row })));
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::public.${table}, $1)`,
      [json],
    );
  };
}

/** The member that `joinManager` made, in the role given, or somebody of another role whom no database knows. */
export function scopeIn(programId: string, homeZone: string, role: Role = 'manager'): ProgramScope {
  const program = {
    ...{
      programId,
      slug: 'test',
      name: '',
      nameEn: '',
      venue: '',
      venueEn: '',
      homeZone,
      venueZone: homeZone,
    },
    ...{ baseCurrency: 'KRW', asOfDefault: null, isSample: false, closedAt: null, role, startupId: null },
  };
  const viewer = { personId: programId, locale: 'ko', isAdmin: false, means: 'web', programs: [program] };
  return { viewer, program, programId, role, startupId: null } as unknown as ProgramScope;
}
