import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS } from '@/app/api/v1/operations';
import { createTestDatabase, type TestDatabase } from '@/scripts/database/test-database';
import { asking, settingsOf } from '@/scripts/test/asking';
import { furnishedProgram } from '@/scripts/test/one-of-each';
import type { SmallProgram } from '@/scripts/test/small-program';

/*
 * The trail tells a startup's people of commands about tables that they read, and of no others. Each command inside a
 * program stands here with the table, or the column, that it is about: a new one needs a line.
 */
const ABOUT: Record<string, string> = {
  'pair.move_stage': 'stage_event',
  'pair.move_stages': 'stage_event',
  'pair.undo_moves': 'stage_event',
  'pair.void_event': 'void',
  'pair.change_status': 'status_event',
  'pair.change_statuses': 'status_event',
  'pair.edit': 'pair',
  'pair.edit_many': 'pair',
  'pair.add_note': 'note',
  'pair.edit_note': 'note',
  'amount.add': 'amount',
  'amount.void': 'void',
  'meeting.book': 'meeting',
  'meeting.move': 'meeting',
  'meeting.change': 'meeting',
  'meeting.cancel': 'meeting',
  'meeting.mark': 'meeting',
  'outcome.record': 'outcome',
  'wave.answer': 'wave_answer',
  'startup.add': 'startup',
  'startup.edit': 'startup',
  'startup.archive': 'startup',
  'startup.restore': 'startup',
  'startup.merge': 'startup',
  'startup.undo_merge': 'startup',
  'investor.merge': 'investor',
  'investor.undo_merge': 'investor',
  'investor.add': 'investor',
  'investor.edit': 'investor',
  'investor.archive': 'investor',
  'investor.restore': 'investor',
  'person.change_role': 'membership',
  'person.end_membership': 'membership',
  'person.end_memberships': 'membership',
  'person.restore_membership': 'membership',
  'invitation.invite': 'membership',
  'invitation.invite_many': 'membership',
  'invitation.resend': 'membership',
  'program.edit': 'program.evidence_limit',
  'program.archive': 'program',
  'program.clone': 'program',
  'program.keep_setup_step': 'program',
  'program.close': 'program',
  'program.reopen': 'program',
  'program.require_second_factor': 'program.requires_second_factor',
  'program.set_stages': 'program_stage',
  'program.add_slots': 'slot',
  'program.remove_slots': 'slot',
  'program.add_tables': 'venue_table',
  'program.rename_table': 'venue_table',
  'program.archive_table': 'venue_table',
  'program.restore_table': 'venue_table',
  'program.set_fx_rate': 'fx_rate',
  'program.import_fx_rates': 'fx_rate',
  'program.add_contact': 'contact',
  'program.edit_contact': 'contact',
  'program.archive_contact': 'contact',
  'program.restore_contact': 'contact',
  'program.reveal_contact': 'contact',
  'import.create': 'import',
  'import.change': 'import',
  'import.mend_row': 'import',
  'import.decide': 'import',
  'import.apply': 'import',
  'import.undo': 'import',
  'import.discard': 'import',
  'file.add_material': 'stored_file',
  'file.set_logo': 'stored_file',
  'file.add_evidence': 'stored_file',
  'file.archive': 'stored_file',
  'file.restore': 'stored_file',
  'view.save': 'saved_view',
  'view.edit': 'saved_view',
  'view.archive': 'saved_view',
  'view.restore': 'saved_view',
  'report.publish': 'report',
  'timetable.create_draft': 'timetable',
  'timetable.rename': 'timetable',
  'timetable.discard': 'timetable',
  'timetable.restore': 'timetable',
  'timetable.publish': 'timetable',
  'timetable.undo_publish': 'timetable',
  'timetable.take_repair': 'timetable',
  'timetable.place': 'timetable_meeting',
  'timetable.move': 'timetable_meeting',
  'timetable.swap': 'timetable_meeting',
  'timetable.remove': 'timetable_meeting',
  'timetable.lock': 'timetable_meeting',
  'timetable.paint_blackouts': 'blackout',
  'timetable.fix_table': 'fixed_table',
  'timetable.start_solve': 'timetable_run',
  'timetable.stop_solve': 'timetable_run',
  'timetable.end_solve': 'timetable_run',
  'timetable.set_rules': 'timetable_rules',
  'timetable.weigh_pair': 'pair_weight',
  'timetable.weigh_pairs': 'pair_weight',
  // Its entry stands beside no startup, so that nobody learns whose a no-thanks is.
  'timetable.say_wish': 'timetable',
  'timetable.say_wishes': 'timetable',
  'match.set_weights': 'match_weights',
};

let database: TestDatabase;
let owner: Client;
let app: Client;
let world: SmallProgram;

beforeAll(async () => {
  database = await createTestDatabase('empty');
  owner = new Client({ connectionString: database.ownerUrl });
  app = new Client({ connectionString: database.appUrl });
  await Promise.all([owner.connect(), app.connect()]);
  world = (await furnishedProgram(owner, database.ownerUrl)).world;
  for (const command of Object.keys(ABOUT)) await leave(command, 'pair', null);
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

/** An entry about the startup, as some command of the office leaves it. */
async function leave(command: string, subject: string, subjectId: string | null) {
  await owner.query(
    `insert into audit_entry (id, program_id, startup_id, command, subject, subject_id, detail, at, by_id, means)
     values ($1, $2, $3, $4, $5, $6, '{"weight": 5}', now(), $7, 'web')`,
    [
      ...[randomUUID(), world.programId, world.stepOne, command, subject, subjectId],
      world.as('officer').viewer.personId,
    ],
  );
}

const seenBy = (who: 'startup' | 'rival' | 'officer' | 'manager' | 'admin', column = 'command') =>
  asking(app, settingsOf(world, who), async () => {
    const { rows } = await app.query<{ seen: string }>(
      `select distinct ${column} as seen from audit_entry where startup_id = $1 order by 1`,
      [world.stepOne],
    );
    return rows.map(({ seen }) => seen);
  });

const isReadByStartup = (about: string) => {
  const [table, column = '1'] = about.split('.');
  return asking(app, settingsOf(world, 'startup'), () =>
    app.query(`select ${column} from ${table}`).then(
      ({ rows }) => rows.length > 0,
      () => false,
    ),
  );
};

describe('7.29 the trail and a startup', () => {
  it('7.29 every command inside a program says what it is about', () => {
    const commands = OPERATIONS.filter(({ inside, kind }) => inside === 'program' && kind === 'command');
    const unsaid = commands.map(({ name }) => name).filter((name) => !(name in ABOUT));
    expect(unsaid).toEqual([]);
  });

  it('7.29 tells it of commands about what it reads, and of none about what is closed to it', async () => {
    const seen = await seenBy('startup');
    for (const [command, about] of Object.entries(ABOUT))
      expect([command, seen.includes(command)]).toEqual([command, await isReadByStartup(about)]);
    expect(seen).toContain('meeting.book');
    expect(seen).not.toContain('timetable.weigh_pair');
    expect(await seenBy('rival')).toEqual([]);
    for (const who of ['officer', 'manager', 'admin'] as const)
      expect((await seenBy(who)).length).toBe(Object.keys(ABOUT).length);
  });

  it('7.29 tells nobody of a note that they do not read', async () => {
    const pair = [world.programId, world.stepOne, world.pairOf(world.stepOne, world.firm7)];
    for (const side of ['startup', 'program'])
      for (const visibility of ['private', 'program', 'shared']) {
        const { rows } = await owner.query<{ id: string }>(
          `insert into note (program_id, startup_id, pair_id, id, body, visibility, side, created_at)
           values ($1, $2, $3, gen_random_uuid(), 'x', $4::note_visibility, $5::note_side, now()) returning id`,
          [...pair, visibility, side],
        );
        await leave(`pair.add_note`, 'note', rows[0]?.id ?? null);
      }
    const told = (who: 'startup' | 'officer' | 'manager') =>
      asking(app, settingsOf(world, who), async () => {
        const entries = await app.query(`select count(*)::int from audit_entry where subject = 'note'`);
        const notes = await app.query(
          `select count(*)::int from note where startup_id = $1 and by_id is null`,
          [world.stepOne],
        );
        return [entries.rows[0].count, notes.rows[0].count];
      });
    expect(await told('startup')).toEqual([4, 4]);
    expect(await told('officer')).toEqual([5, 5]);
    expect(await told('manager')).toEqual([4, 4]);
  });
});
