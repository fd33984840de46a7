import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { asViewer } from '@/lib/platform/database';
import { getInvestor, getStartup } from '../queries/parties';
import { addContact, archiveContact, editContact, restoreContact, revealContact } from './contacts';

let world: SmallProgram;
let ofInvestor: string;
let ofStartup: string;
let ofOtherStartup: string;

const data = { name: '김민지', title: 'CEO', email: 'Kim@Example.com', phone: '010-1234-5612' };
const reveals = () =>
  asViewer(world.office, (tx) =>
    tx.auditEntry.findMany({
      where: { programId: world.office.programId, command: 'program.reveal_contact' },
    }),
  );

beforeAll(async () => {
  world = await smallProgram();
  const [own, other] = world.startupIds;
  ofInvestor = expectDone(
    await addContact(world.office, { ...data, investorId: world.investorIds[0] }),
  ).contactId;
  ofStartup = expectDone(await addContact(world.startup, { ...data, startupId: own })).contactId;
  ofOtherStartup = expectDone(await addContact(world.office, { ...data, startupId: other })).contactId;
});
afterAll(() => world.end());

describe('consent', () => {
  it('7.12 is of a day that has come and of years that people agreed in', async () => {
    const party = { ...data, investorId: world.investorIds[1] };
    const call = { now: new Date('2026-06-01T00:00:00Z') };
    const consent = (consentAt: string) => addContact(world.office, { ...party, consentAt }, call);
    for (const never of ['9999-12-31T23:00:00-10:00', '0000-01-01T00:00:00Z', '1980-01-01T00:00:00Z']) {
      expect(await consent(never)).toMatchObject({ ok: false, refusals: [{ reason: 'year_out_of_range' }] });
    }
    expect(await consent('2026-06-02T00:00:01Z')).toMatchObject({
      refusals: [{ reason: 'in_the_future', field: ['consentAt'] }],
    });
    const contact = expectDone(await consent('2026-06-01T23:00:00+14:00'));
    expect(
      await editContact(world.office, { ...contact, changes: { consentAt: '2027-01-01T00:00:00Z' } }, call),
    ).toMatchObject({ refusals: [{ reason: 'in_the_future', field: ['changes', 'consentAt'] }] });
    expectDone(await archiveContact(world.office, contact));
  });
});

describe('contact data', () => {
  it('is masked for the office and for managers', async () => {
    for (const scope of [world.office, world.manager]) {
      const { contacts } = await getInvestor(scope, { investorId: world.investorIds[0] });
      expect(contacts).toMatchObject([
        { name: '김민지', email: 'k***@example.com', phone: '010-****-12', masked: true },
      ]);
    }
  });

  it('of an investor shows a startup the name and title only', async () => {
    const { contacts } = await getInvestor(world.startup, { investorId: world.investorIds[0] });
    expect(contacts).toMatchObject([{ name: '김민지', title: 'CEO', email: null, phone: null }]);
    expect(JSON.stringify(contacts)).not.toMatch(/example\.com|5612/);
  });

  it('of its own people is in the clear for a startup', async () => {
    const { contacts } = await getStartup(world.startup, { startupId: world.startupIds[0] });
    expect(contacts).toMatchObject([{ email: 'kim@example.com', phone: '010-1234-5612', masked: false }]);
  });

  it('is revealed to the office, which leaves who, whom and why but not the data', async () => {
    const before = (await reveals()).length;
    const shown = await revealContact(world.office, { contactId: ofInvestor, reason: '일정 변경 연락' });
    expect(expectDone(shown)).toMatchObject({ email: 'kim@example.com', phone: '010-1234-5612' });
    const entries = await reveals();
    expect(entries).toHaveLength(before + 1);
    expect(entries.at(-1)).toMatchObject({
      subjectId: ofInvestor,
      byId: world.office.viewer.personId,
      detail: { reason: '일정 변경 연락' },
    });
    expect(JSON.stringify(entries)).not.toMatch(/kim@|5612/);
  });

  it('is not kept for a repeat of the same key', async () => {
    const call = { idempotencyKey: crypto.randomUUID() };
    const input = { contactId: ofInvestor, reason: '두 번 누름' };
    expectDone(await revealContact(world.office, input, call));
    const again = await revealContact(world.office, input, call);
    expect(again).toMatchObject({ ok: false, refusals: [{ reason: 'answered_once' }] });
    const { personId } = world.office.viewer;
    const kept = await asViewer(world.office, (tx) => tx.idempotencyKey.findMany({ where: { personId } }));
    expect(JSON.stringify(kept)).not.toMatch(/kim@|5612/);
  });

  it('is not revealed without a reason', async () => {
    const before = (await reveals()).length;
    const answer = await revealContact(world.office, { contactId: ofInvestor, reason: '  ' });
    expect(answer).toMatchObject({ ok: false, refusals: [{ reason: 'required', field: ['reason'] }] });
    expect(await reveals()).toHaveLength(before);
  });

  it('T13 is refused to startups and managers, and nothing is written', async () => {
    const before = (await reveals()).length;
    for (const scope of [world.startup, world.manager]) {
      for (const contactId of [ofInvestor, ofStartup]) {
        await expect(revealContact(scope, { contactId, reason: 'x' })).rejects.toMatchObject({
          code: 'forbidden',
        });
      }
    }
    expect(await reveals()).toHaveLength(before);
  });
});

describe('changing contacts', () => {
  it('T12 a startup changes its own only: others are not there for it', async () => {
    for (const contactId of [ofInvestor, ofOtherStartup]) {
      const input = { contactId, version: 1, changes: { name: 'x' } };
      await expect(editContact(world.startup, input)).rejects.toMatchObject({ code: 'not_found' });
      await expect(archiveContact(world.startup, { contactId, version: 1 })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    for (const party of [{ startupId: world.startupIds[1] }, { investorId: world.investorIds[0] }]) {
      await expect(addContact(world.startup, { ...data, ...party })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
  });

  it('T19 a manager changes none', async () => {
    const input = { contactId: ofInvestor, version: 1, changes: { name: 'x' } };
    await expect(editContact(world.manager, input)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('T31 merges edits of different fields and tells a conflict without contact data', async () => {
    const edit = (changes: object, base: object) =>
      editContact(world.office, { contactId: ofOtherStartup, version: 1, changes, base });
    expect(expectDone(await edit({ title: 'CTO' }, { title: 'CEO' })).version).toBe(2);
    expect(expectDone(await edit({ phone: '010-9999-0000' }, { phone: '010-1234-5612' })).version).toBe(3);
    const conflict = await edit({ title: 'COO' }, { title: 'CEO' });
    expect(conflict).toMatchObject({
      ok: false,
      refusals: [{ reason: 'stale', current: { title: 'CTO', conflicts: ['title'] } }],
    });
    expect(JSON.stringify(conflict)).not.toMatch(/kim@|9999/);
  });

  it('leaves an archived one as it is until it is restored', async () => {
    const added = expectDone(await addContact(world.office, { ...data, startupId: world.startupIds[1] }));
    const archived = expectDone(await archiveContact(world.office, added));
    expect(await editContact(world.office, { ...archived, changes: { name: '이서연' } })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'contact_archived' }],
    });
    const restored = expectDone(await restoreContact(world.office, archived));
    expectDone(await editContact(world.office, { ...restored, changes: { name: '이서연' } }));
  });

  it('T29 refuses unknown keys and a contact of both sides or none', async () => {
    const both = { ...data, startupId: world.startupIds[0], investorId: world.investorIds[0] };
    expect(await addContact(world.office, both)).toMatchObject({ ok: false });
    expect(await addContact(world.office, data)).toMatchObject({ ok: false });
    const input = { contactId: ofInvestor, version: 1, changes: { programId: world.office.programId } };
    expect(await editContact(world.office, input)).toMatchObject({
      ok: false,
      refusals: [{ reason: 'unknown', field: ['changes', 'programId'] }],
    });
  });
});

it('7.40 keep a name in Latin letters beside their own', async () => {
  const input = { ...data, nameEn: 'Minji Kim', startupId: world.startupIds[0] };
  const { contactId } = expectDone(await addContact(world.startup, input));
  const named = async () =>
    (await getStartup(world.startup, { startupId: world.startupIds[0] })).contacts.find(
      ({ id }) => id === contactId,
    );
  expect(await named()).toMatchObject({ name: '김민지', nameEn: 'Minji Kim' });
  const changes = { nameEn: 'Min-ji Kim' };
  expectDone(await editContact(world.startup, { contactId, version: 1, changes }));
  expect(await named()).toMatchObject({ name: '김민지', nameEn: 'Min-ji Kim' });
});
