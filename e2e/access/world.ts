import { randomUUID } from 'node:crypto';
import { withClient } from '@/scripts/database/connection';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';

/** The ids of one startup's things in a program that has one of everything. */
export type Things = Record<string, string> & { pairId: string; slug: string };

export type Furnished = { world: SmallProgram; mine: Things; theirs: Things };

/** Figures of nothing, as a report keeps them. */
const PUBLISHED = JSON.stringify({
  ...{ format: 1, sum: 'discussed', previous: null, advanced: [], program: { name: '', nameEn: '' } },
  ...{ parties: { startups: [], investors: [] }, met: { startups: 0, investors: 0 } },
  funnel: {
    ...{
      asOf: '2023-05-03',
      knownOn: '2023-05-03',
      timeZone: 'Asia/Seoul',
      startups: 0,
      onHold: 0,
      invested: 0,
    },
    ...{ stages: [], conversions: [], steps: [], beside: 0, lostBy: [], amounts: [], sums: [] },
  },
});

/** What is kept of a file that was read. */
const READ_FILE = JSON.stringify({
  ...{ format: 'csv', encoding: 'UTF-8', sheet: null, otherSheets: [], hiddenSheets: 0, headRow: 1 },
  columns: [{ heading: '회사명', field: 'name' }],
});

const NO_ROWS = JSON.stringify({ create: 0, change: 0, same: 0, conflict: 0, rejected: 0, skipped: 0 });

/** A small program whose two startups each have a meeting, an amount, a note, an outcome and moves. */
export async function furnish(ownerUrl: string): Promise<Furnished> {
  const world = await smallProgram(ownerUrl);
  const mine = await things(ownerUrl, world, world.stepOne, world.firm7, 0);
  const theirs = await things(ownerUrl, world, world.rival, world.harbor, 1);
  return { world, mine, theirs };
}

async function things(
  ownerUrl: string,
  world: SmallProgram,
  startupId: string,
  investorId: string,
  hour: number,
): Promise<Things> {
  const pairId = world.pairOf(startupId, investorId);
  const id = {
    eventId: randomUUID(),
    amountId: randomUUID(),
    noteId: randomUUID(),
    meetingId: randomUUID(),
    contactId: randomUUID(),
    webhookId: randomUUID(),
    importId: randomUUID(),
    fileId: randomUUID(),
    // Views are a person's own: nobody else finds this one.
    viewId: randomUUID(),
  };
  const slotId = randomUUID();
  const timetableId = randomUUID();
  const at = [world.programId, startupId, pairId];
  const starts = `2023-04-28 ${String(10 + hour).padStart(2, '0')}:00-04`;
  const ends = `2023-04-28 ${String(10 + hour).padStart(2, '0')}:25-04`;
  const rows = await withClient(ownerUrl, async (client) => {
    const say = (sql: string, values: unknown[]) => client.query(sql, values);
    await say(
      `insert into stage_event (program_id, startup_id, pair_id, id, from_stage, to_stage, effective_at, recorded_at, means)
      values ($1, $2, $3, $4, 'candidate', 'main_session', '2023-04-20', '2023-04-20', 'api')`,
      [...at, id.eventId],
    );
    await say(
      `update pair set stage = 'main_session', version = 2 where program_id = $1 and startup_id = $2 and id = $3`,
      at,
    );
    await say(
      `insert into amount (program_id, startup_id, pair_id, id, rung, minor, currency, effective_on, recorded_at, means, source)
      values ($1, $2, $3, $4, 'discussed', 987654321, 'KRW', '2023-05-01', '2023-05-01', 'api', 'startup')`,
      [...at, id.amountId],
    );
    await say(
      `insert into webhook (id, person_id, url, events, sealed_secret, ended_at)
      values ($1, $2, 'https://hook.example', '{*}', 'x', '2023-05-01')`,
      [id.webhookId, world.as('admin').viewer.personId],
    );
    await say(
      `insert into note (program_id, startup_id, pair_id, id, body, side, visibility, created_at)
      values ($1, $2, $3, $4, 'hidden words', 'startup', 'private', '2023-05-01')`,
      [...at, id.noteId],
    );
    await say(
      `insert into meeting (program_id, startup_id, pair_id, id, investor_id, stage, starts_at, ends_at, state)
      values ($1, $2, $3, $4, $5, 'main_session', $6, $7, 'held')`,
      [...at, id.meetingId, investorId, starts, ends],
    );
    await say(
      `insert into meeting_event (program_id, startup_id, pair_id, meeting_id, id, kind, starts_at, ends_at, recorded_at, means)
      values ($1, $2, $3, $4, $5, 'held', $6, $7, '2023-04-29', 'api')`,
      [...at, id.meetingId, randomUUID(), starts, ends],
    );
    await say(
      `insert into outcome (program_id, startup_id, pair_id, meeting_id, id, interest, asked, note, effective_at, recorded_at, means)
      values ($1, $2, $3, $4, $5, 4, '{}', 'hidden words', '2023-04-29', '2023-04-29', 'api')`,
      [...at, id.meetingId, randomUUID()],
    );
    await say(
      `insert into contact (program_id, startup_id, id, name, email, phone) values ($1, $2, $3, '한 사람', 'one@example.com', '010-1234-5678')`,
      [world.programId, startupId, id.contactId],
    );
    await say(
      `insert into stored_file (program_id, startup_id, id, kind, name, media_type, size, sha256, created_at)
      values ($1, $2, $3, 'material', 'hidden deck.pdf', 'application/pdf', 1, repeat('0', 64), '2023-04-20')`,
      [world.programId, startupId, id.fileId],
    );
    await say(
      `insert into slot (program_id, id, stage, starts_at, ends_at) values ($1, $2, 'main_session', $3, $4)`,
      [world.programId, slotId, starts, ends],
    );
    await say(
      `insert into timetable (program_id, id, stage, name, created_at) values ($1, $2, 'main_session', 'hidden plan', '2023-04-25')`,
      [world.programId, timetableId],
    );
    await say(
      `insert into wish (program_id, startup_id, pair_id, side, said, at) values ($1, $2, $3, 'startup', 'like', '2023-04-20')`,
      at,
    );
    await say(
      `insert into report (program_id, id, number, as_of, known_at, figures, sentence_ko, sentence_en, published_at, means)
      values ($1, $2, 1, '2023-05-03', '2023-05-03', $3, '게시한 문장', 'hidden sentence', '2023-05-03', 'api')
      on conflict do nothing`,
      [world.programId, randomUUID(), PUBLISHED],
    );
    await say(
      `insert into import (program_id, id, kind, file_name, file_sha256, file_size, reading, row_count, created_at, by_id, counts)
      values ($1, $2, 'startups', 'hidden words.csv', repeat('0', 64), 1, $3, 0, '2023-04-20', $4, $5)`,
      [world.programId, id.importId, READ_FILE, world.as('officer').viewer.personId, NO_ROWS],
    );
    const membership = await say(
      'select id, person_id from membership where program_id = $1 and startup_id = $2',
      [world.programId, startupId],
    );
    const slug = await say('select slug from program where id = $1', [world.programId]);
    return { membership: membership.rows[0], slug: slug.rows[0]?.slug as string };
  });
  return {
    ...id,
    pairId,
    startupId,
    investorId,
    otherStartupId: startupId === world.stepOne ? world.rival : world.stepOne,
    otherInvestorId: investorId === world.firm7 ? world.harbor : world.firm7,
    slotId,
    timetableId,
    tableId: world.table6,
    programId: world.programId,
    slug: rows.slug,
    membershipId: rows.membership.id,
    personId: rows.membership.person_id,
    tokenId: randomUUID(),
    webhookId: id.webhookId,
    deliveryId: randomUUID(),
    signInId: randomUUID(),
    invitationId: randomUUID(),
  };
}

/** A digest of every row of every table, so that "nothing changed" is a fact. That somebody tried is counted (limit_use). */
export async function digest(ownerUrl: string): Promise<Record<string, string>> {
  return withClient(ownerUrl, async (client) => {
    const tables = await client.query<{
      name: string;
    }>(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('_prisma_migrations', 'sign_in', 'limit_use') order by 1`);
    const found: Record<string, string> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as md5 from ${name} t`,
      );
      found[name] = rows[0]?.md5;
    }
    return found;
  });
}
