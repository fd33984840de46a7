import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, signedInAs, smallProgram } from '@/e2e/support/small-program';
import { addNote } from '@/lib/pair/commands/notes';
import { listPairs } from '@/lib/pair/queries/list';
import { changeRole } from '@/lib/person/commands/membership';
import { listMembers } from '@/lib/person/queries/members';
import { createApiToken } from '@/lib/token/commands';
import { listAudit, listInstallationAudit } from './queries';

let program: SmallProgram;
beforeAll(async () => {
  program = await smallProgram('audit');
});
afterAll(() => program.end());

const pairOfStartup = async () => (await listPairs(program.startup, {})).items[0]?.id ?? '';

describe('the audit trail', () => {
  it('says who did what to whom, the latest first, and pages through all of it once', async () => {
    const { items: members } = await listMembers(program.office, {});
    const manager = members.find(({ email }) => email === 'manager@example.com');
    const { membershipId = '', version = 0 } = manager ?? {};
    expectDone(await changeRole(program.office, { membershipId, version, role: 'manager' }));
    const { items } = await listAudit(program.office, {});
    expect(items[0]).toMatchObject({
      command: 'person.change_role',
      by: { name: 'officer' },
      person: { name: 'manager' },
      facts: { from: 'manager', to: 'manager' },
    });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listAudit(program.office, { limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(items.map(({ id }) => id));
  });

  it('filters by person, by kind of thing and by day of the home zone', async () => {
    const startups = await listAudit(program.office, { noun: 'startup' });
    expect(startups.items.map(({ command, startup }) => [command, startup?.nameEn])).toEqual([
      ['startup.add', 'Narae Robotics'],
      ['startup.add', 'Garam Bio'],
    ]);
    const { personId } = program.office.viewer;
    const own = await listAudit(program.office, { person: personId });
    expect(new Set(own.items.map(({ by }) => by?.id))).toEqual(new Set([personId]));
    expect((await listAudit(program.office, { to: '2001-01-01' as never })).items).toEqual([]);
  });

  it('tells of one startup or one investor what is said of it and of its pairs, and of no other', async () => {
    const [own, rival] = program.startupIds;
    const pairId = (await listPairs(program.startup, {})).items[1]?.id ?? '';
    expectDone(await addNote(program.office, { pairId, body: '공유', visibility: 'shared' }));
    const told = async (party: string) => (await listAudit(program.office, { party, limit: 200 })).items;
    const ofOwn = await told(own);
    expect(ofOwn.map(({ command }) => command)).toEqual(
      expect.arrayContaining(['startup.add', 'pair.add_note']),
    );
    expect(new Set(ofOwn.map(({ startup }) => startup?.id))).toEqual(new Set([own]));
    expect((await told(rival)).some(({ command }) => command === 'pair.add_note')).toBe(false);
    const investorId = ofOwn.find(({ pair }) => pair)?.pair?.investor.id ?? '';
    const ofInvestor = await told(investorId);
    expect(ofInvestor.map(({ command }) => command)).toEqual(
      expect.arrayContaining(['investor.add', 'pair.add_note']),
    );
    expect(ofInvestor.every(({ investor }) => investor?.id === investorId)).toBe(true);
  });

  it("T17 does not tell the office that a startup's people wrote a private note, nor what any note says", async () => {
    const pairId = await pairOfStartup();
    const noted = async (visibility: string) =>
      expectDone(await addNote(program.startup, { pairId, body: `비밀 ${visibility}`, visibility }));
    await noted('private');
    await noted('shared');
    const entries = await listAudit(program.office, { pair: pairId });
    const notes = entries.items.filter(({ subject }) => subject === 'note');
    expect(notes.map(({ facts }) => facts)).toEqual([{ visibility: 'shared' }]);
    expect(JSON.stringify(entries)).not.toContain('비밀');
  });

  it('is for the office; what belongs to no program is for admins', async () => {
    const forbidden = expect.objectContaining({ code: 'forbidden' });
    await expect(listAudit(program.manager, {})).rejects.toThrow(forbidden);
    await expect(listAudit(program.startup, {})).rejects.toThrow(forbidden);
    await expect(listInstallationAudit(program.office.viewer, {})).rejects.toThrow(forbidden);
    expectDone(await createApiToken(await signedInAs('officer@example.com'), { name: 'x' }));
    const { items } = await listInstallationAudit(program.admin, { noun: 'token' });
    expect(items.map(({ command, by }) => [command, by?.name])).toEqual([['token.create', 'officer']]);
  });

  it('T26 refuses a cursor nobody gave out', async () => {
    for (const cursor of ['x', Buffer.from('["now","1"]').toString('base64url')]) {
      await expect(listAudit(program.office, { cursor })).rejects.toThrow(
        expect.objectContaining({ code: 'invalid' }),
      );
    }
  });
});
