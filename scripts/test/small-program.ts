import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { ProgramScope, Role } from '@/lib/core/scope';
import { withClient } from '@/scripts/database/connection';

const OPENED = new Date('2023-04-01T00:00:00Z');

/** One small program for integration tests: two startups, two investors, their four pairs, a person for each role. */
export type SmallProgram = {
  programId: string;
  stepOne: string;
  rival: string;
  firm7: string;
  harbor: string;
  table6: string;
  table7: string;
  /** A contact of StepOne, of the rival and of Firm 7. */
  jiwoo: string;
  stranger: string;
  dana: string;
  pairOf: (startupId: string, investorId: string) => string;
  as: (who: 'admin' | 'officer' | 'manager' | 'startup' | 'rival') => ProgramScope;
};

/** Writes it as the owner of a migrated, empty database. Home Asia/Seoul, venue America/New_York. */
export async function smallProgram(ownerUrl: string): Promise<SmallProgram> {
  const [programId, stepOne, rival, firm7, harbor] = ids(5);
  const [table6, table7, jiwoo, stranger, dana] = ids(5);
  const slug = `small-${programId.slice(0, 8)}`;
  const people = { admin: id(), officer: id(), manager: id(), startup: id(), rival: id() };
  const pairs = new Map<string, string>();
  await withClient(ownerUrl, async (client) => {
    const add = (table: string, row: Record<string, unknown>) => insert(client, table, row);
    await add('program', {
      id: programId,
      slug,
      name: '작은 프로그램',
      name_en: 'Small program',
      home_zone: 'Asia/Seoul',
      venue_zone: 'America/New_York',
    });
    for (const [who, personId] of Object.entries(people)) {
      await add('person', {
        id: personId,
        email: `${who}-${slug}@example.com`,
        name: who,
        is_admin: who === 'admin',
      });
    }
    await add('startup', {
      program_id: programId,
      id: stepOne,
      name: '스텝원',
      name_en: 'StepOne',
      sector: 'ai',
    });
    await add('startup', {
      program_id: programId,
      id: rival,
      name: '메디픽셀',
      name_en: 'MediPixel',
      sector: 'ai',
    });
    await add('investor', { program_id: programId, id: firm7, name: 'Firm 7', focus: [] });
    await add('investor', { program_id: programId, id: harbor, name: 'Harbor', focus: [] });
    await add('venue_table', { program_id: programId, id: table6, name: '6', seq: 1 });
    await add('venue_table', { program_id: programId, id: table7, name: '창가 자리', seq: 2 });
    await add('contact', { program_id: programId, id: jiwoo, startup_id: stepOne, name: '김지우' });
    await add('contact', { program_id: programId, id: stranger, startup_id: rival, name: '박하늘' });
    await add('contact', { program_id: programId, id: dana, investor_id: firm7, name: 'Dana Whitlock' });
    for (const who of ['officer', 'manager', 'startup', 'rival'] as const) {
      const startupId = who === 'startup' ? stepOne : who === 'rival' ? rival : null;
      const role = who === 'rival' ? 'startup' : who;
      const member = { program_id: programId, id: id(), person_id: people[who], role, startup_id: startupId };
      await add('membership', member);
    }
    for (const startupId of [stepOne, rival]) {
      for (const investorId of [firm7, harbor]) {
        const pairId = id();
        pairs.set(`${startupId} ${investorId}`, pairId);
        const party = { program_id: programId, startup_id: startupId };
        await add('pair', { ...party, id: pairId, investor_id: investorId, stage_since: OPENED });
        await add('stage_event', {
          ...party,
          id: id(),
          pair_id: pairId,
          to_stage: 'candidate',
          effective_at: OPENED,
          recorded_at: OPENED,
          means: 'sample',
        });
      }
    }
  });
  const as: SmallProgram['as'] = (who) => {
    const role: Role = who === 'rival' ? 'startup' : who;
    const startupId = who === 'startup' ? stepOne : who === 'rival' ? rival : null;
    const program = {
      ...{
        programId,
        slug,
        name: '작은 프로그램',
        nameEn: 'Small program',
        venue: '',
        venueEn: '',
        role,
        startupId,
      },
      ...{ homeZone: 'Asia/Seoul', venueZone: 'America/New_York', baseCurrency: 'KRW' },
      ...{ asOfDefault: null, isSample: false, closedAt: null },
    };
    const viewer = {
      personId: people[who],
      name: who,
      locale: 'ko',
      isAdmin: who === 'admin',
      means: 'web',
      lockedPrograms: [],
    };
    return {
      viewer: { ...viewer, programs: [program] },
      program,
      programId,
      role,
      startupId,
    } as unknown as ProgramScope;
  };
  const pairOf = (startupId: string, investorId: string) => pairs.get(`${startupId} ${investorId}`) ?? '';
  const parties = { programId, stepOne, rival, firm7, harbor };
  return { ...parties, table6, table7, jiwoo, stranger, dana, pairOf, as };
}

const id = (): string => randomUUID();
const ids = (n: 5) => Array.from({ length: n }, id) as [string, string, string, string, string];

async function insert(client: Client, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`).join(', ');
  await client.query(`insert into ${table} (${columns.join(', ')}) values (${places})`, Object.values(row));
}

/** A small program and the pair of its first startup with its first investor. */
export async function firstPair(ownerUrl: string): Promise<{ world: SmallProgram; pairId: string }> {
  const world = await smallProgram(ownerUrl);
  return { world, pairId: world.pairOf(world.stepOne, world.firm7) };
}
