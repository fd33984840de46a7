import { beforeAll, describe, expect, it } from 'vitest';
import { asViewer } from '@/lib/platform/database';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { addNote, editNote } from '../commands/notes';
import type { NoteVisibility } from '../rules/stages';
import { listNotes } from './notes';
import { listTimeline } from './timeline';

type Who = Parameters<SmallProgram['as']>[0];
type Writer = 'officer' | 'startup';

const database = ownDatabase();
let world: SmallProgram;
let pairId: string;
beforeAll(async () => {
  world = await smallProgram(database.ownerUrl);
  pairId = world.pairOf(world.stepOne, world.firm7);
  for (const writer of ['officer', 'startup'] as const) {
    for (const visibility of ['private', 'program', 'shared'] as const) {
      const note = { pairId, body: `${writer} ${visibility}`, visibility };
      const added = await addNote(world.as(writer), note);
      if (!added.ok) throw new Error(JSON.stringify(added.refusals));
    }
  }
});

/** Who reads what: private stays with the writer's side; program is the office's and the writer's; shared is all's. */
const READERS: Record<Writer, Record<NoteVisibility, readonly Who[]>> = {
  officer: {
    private: ['admin', 'officer'],
    program: ['admin', 'officer', 'manager'],
    shared: ['admin', 'officer', 'manager', 'startup'],
  },
  startup: {
    private: ['startup'],
    program: ['admin', 'officer', 'manager', 'startup'],
    shared: ['admin', 'officer', 'manager', 'startup'],
  },
};

function expected(who: Who): string[] {
  return (['officer', 'startup'] as const)
    .flatMap((writer) =>
      (['private', 'program', 'shared'] as const)
        .filter((visibility) => READERS[writer][visibility].includes(who))
        .map((visibility) => `${writer} ${visibility}`),
    )
    .sort();
}

describe('notes', () => {
  for (const who of ['admin', 'officer', 'manager', 'startup'] as const) {
    it(`T17 shows to the ${who} what is theirs to read, in the list, in the story and by the database alone`, async () => {
      const scope = world.as(who);
      const listed = await listNotes(scope, { pairId });
      expect(listed.map(({ body }) => body).sort()).toEqual(expected(who));
      const story = await listTimeline(scope, { pairId });
      const told = story.flatMap(({ happening }) => (happening.kind === 'note' ? [happening.body] : []));
      expect(told.sort()).toEqual(expected(who));
      const rows = await asViewer(scope, (tx) => tx.$queryRaw<{ body: string }[]>`select body from note`);
      expect(rows.map(({ body }) => body).sort()).toEqual(expected(who));
    });
  }

  it('are not there for another startup', async () => {
    await expect(listNotes(world.as('rival'), { pairId })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('say which are mine', async () => {
    const listed = await listNotes(world.as('startup'), { pairId });
    expect(listed.filter(({ mine }) => mine).map(({ side }) => side)).toEqual([
      'startup',
      'startup',
      'startup',
    ]);
    expect(listed.filter(({ side }) => side === 'program').every(({ mine }) => !mine)).toBe(true);
  });

  it('T12 are edited by their writer only, with the version that was read', async () => {
    const note = (await listNotes(world.as('officer'), { pairId })).find(({ mine }) => mine);
    if (!note) throw new Error('no note');
    const edit = { pairId, noteId: note.id, version: note.version, body: '고친 메모' };
    const byOther = await editNote(world.as('admin'), edit);
    expect(byOther.ok ? [] : byOther.refusals.map(({ reason }) => reason)).toEqual(['not_yours']);
    expect((await editNote(world.as('officer'), edit)).ok).toBe(true);
    const again = await editNote(world.as('officer'), edit);
    expect(again.ok ? [] : again.refusals.map(({ reason }) => reason)).toEqual(['stale']);
    const restored = { ...edit, version: note.version + 1, body: note.body };
    expect((await editNote(world.as('officer'), restored)).ok).toBe(true);
  });

  it('put away are in no list, and come back when they are restored', async () => {
    const [note] = await listNotes(world.as('startup'), { pairId });
    if (!note) throw new Error('no note');
    const away = { pairId, noteId: note.id, version: note.version, archived: true };
    const result = await editNote(world.as('startup'), away);
    expect((await listNotes(world.as('startup'), { pairId })).map(({ id }) => id)).not.toContain(note.id);
    if (!result.ok) throw new Error('refused');
    const back = { ...away, version: result.value.version, archived: false };
    expect((await editNote(world.as('startup'), back)).ok).toBe(true);
    expect((await listNotes(world.as('startup'), { pairId })).map(({ id }) => id)).toContain(note.id);
  });
});
