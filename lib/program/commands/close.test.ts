import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS } from '@/app/api/v1/operations';
import { expectDone, type SmallProgram, smallProgram, viewerOf } from '@/e2e/support/small-program';
import { listAudit } from '@/lib/audit/queries';
import type { ProgramScope } from '@/lib/core/scope';
import { addStartup, editStartup } from '@/lib/party/commands/parties';
import { getStartup, listStartups } from '@/lib/party/queries/parties';
import { actIn } from '@/lib/platform/acting';
import { getProgram } from '../queries/programs';
import { closeProgram, reopenProgram } from './close';
import { addTables } from './tables';

let world: SmallProgram;
let owner: Client;
beforeAll(async () => {
  world = await smallProgram();
  owner = new Client(world.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await world.end();
});

const versionOf = async (scope: ProgramScope) => (await getProgram(scope, {})).program.version;
const CLOSED = { ok: false, refusals: [{ reason: 'program_closed' }] };
/** What goes on in a closed program: who may read it, looking at a contact's data, putting it away, opening it again, cloning it. */
const GO_ON = [
  'invitation.invite',
  'invitation.invite_many',
  'invitation.resend',
  'person.change_role',
  'person.end_membership',
  'person.end_memberships',
  'person.restore_membership',
  'program.archive',
  'program.clone',
  'program.reopen',
  'program.reveal_contact',
];

describe('a closed program', () => {
  it('9.5 is closed by its office, and opened again by an admin alone, for a reason', async () => {
    const version = await versionOf(world.office);
    for (const scope of [world.manager, world.startup])
      await expect(closeProgram(scope, { version })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await closeProgram(world.office, { version: version + 1 })).toMatchObject({
      refusals: [{ reason: 'stale' }],
    });
    const closed = expectDone(await closeProgram(world.office, { version }));
    const office = actIn(await viewerOf('officer@example.com'), world.slug);
    expect(new Date(office.program.closedAt ?? '')).toEqual(new Date(closed.closedAt ?? ''));
    await expect(reopenProgram(office, { version: closed.version, reason: '정정' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const admin = actIn(await viewerOf('admin@example.com'), world.slug);
    expect(await reopenProgram(admin, { version: closed.version, reason: '' })).toMatchObject({ ok: false });
    expectDone(await reopenProgram(admin, { version: closed.version, reason: '정정' }));
    const { items } = await listAudit(world.office, {});
    expect(items.slice(0, 2)).toMatchObject([
      { command: 'program.reopen', facts: { reason: '정정' } },
      { command: 'program.close' },
    ]);
    expectDone(await addTables(world.office, { names: ['after'] }));
  });

  describe('while it is closed', () => {
    let admin: ProgramScope;
    beforeAll(async () => {
      const { version } = expectDone(
        await closeProgram(world.office, { version: await versionOf(world.office) }),
      );
      admin = actIn(await viewerOf('admin@example.com'), world.slug);
      expect(version).toBe(await versionOf(admin));
    });

    it('9.5 refuses every command alike but those that say who may read it', async () => {
      const refused: string[] = [];
      const goOn: string[] = [];
      for (const command of OPERATIONS) {
        if (command.kind !== 'command' || command.inside !== 'program') continue;
        const answer = await command(admin, {});
        const isClosed = !answer.ok && answer.refusals[0]?.reason === 'program_closed';
        (isClosed ? refused : goOn).push(command.name);
      }
      expect(goOn.toSorted()).toEqual(GO_ON);
      expect(refused).toContain('pair.move_stage');
    });

    it('9.5 says first whether somebody may at all', async () => {
      const manager = actIn(await viewerOf('manager@example.com'), world.slug);
      await expect(addTables(manager, { names: ['1'] })).rejects.toMatchObject({ code: 'forbidden' });
    });

    it('9.5 refuses those who came in before it was closed, by the database', async () => {
      expect(world.office.program.closedAt).toBeNull();
      expect(await addTables(world.office, { names: ['1'] })).toMatchObject(CLOSED);
      expect(await addStartup(world.office, { name: 'x', sector: 'ai' })).toMatchObject(CLOSED);
      const startupId = world.startupIds[0];
      const { version } = await getStartup(world.office, { startupId });
      const edit = { startupId, version, changes: { summary: 'x' } };
      expect(await editStartup(world.startup, edit)).toMatchObject(CLOSED);
    });

    it('9.5 holds every table of the program to it, and its own row', async () => {
      const { rows } = await owner.query<{ name: string }>(`
        select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'program_id'
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not exists (
          select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'closed_stays') order by 1`);
      expect(rows.map(({ name }) => name)).toEqual([
        'audit_entry',
        'change_number',
        'funnel_rollup',
        'idempotency_key',
        'invitation',
        'membership',
        'program_touch',
      ]);
    });

    it('9.5 still answers whoever reads it', async () => {
      const office = actIn(await viewerOf('officer@example.com'), world.slug);
      expect((await listStartups(office, {})).items).toHaveLength(2);
      expect((await getProgram(office, {})).program.closedAt).not.toBeNull();
    });
  });
});
