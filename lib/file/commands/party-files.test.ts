import { utimes } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import type { ProgramScope } from '@/lib/core/scope';
import { openContent } from '@/lib/platform/content';
import { env } from '@/lib/platform/env';
import { keepHouse } from '@/lib/platform/jobs';
import { withClient } from '@/scripts/database/connection';
import { pdfOf, pngOf, uploadOf } from '@/scripts/test/upload';
import { getFile, listFiles } from '../queries';
import { addMaterial, archiveFile, restoreFile, setLogo } from './party-files';

let world: SmallProgram;
let own: { startupId: string };
let rival: { startupId: string };
let firm: { investorId: string };

beforeAll(async () => {
  world = await smallProgram();
  own = { startupId: world.startupIds[0] };
  rival = { startupId: world.startupIds[1] };
  firm = { investorId: world.investorIds[0] };
});
afterAll(() => world.end());

const names = async (scope: ProgramScope, party: { startupId: string } | { investorId: string }) =>
  (await listFiles(scope, party)).items.map(({ name }) => name);

async function contentOf(fileId: string): Promise<Buffer> {
  const content = await openContent(world.office.programId, fileId);
  if (!content) throw new Error('no content');
  return Buffer.from(await new Response(content.body).arrayBuffer());
}

describe('materials', () => {
  it('are kept byte for byte under their names, with who added them, and read back by those of the startup and the office', async () => {
    const file = uploadOf('회사 소개.pdf', pdfOf('deck'));
    const { fileId } = expectDone(await addMaterial(world.startup, { ...own, file }));
    for (const scope of [world.startup, world.office, world.manager]) {
      const found = await getFile(scope, { fileId });
      expect(found).toMatchObject({
        ...{ kind: 'material', name: '회사 소개.pdf', mediaType: 'application/pdf' },
        ...{ size: file.size, sha256: file.sha256, by: { id: world.startup.viewer.personId } },
      });
    }
    expect((await contentOf(fileId)).toString()).toBe(pdfOf('deck'));
  });

  it('are known by what they hold and not by their names', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    for (const [name, bytes] of [
      ['deck.pdf', svg],
      ['deck.pdf', '<!doctype html><script>alert(1)</script>'],
      ['deck.pdf', 'MZ\x90\x00'],
      ['deck.pdf', 'plain words'],
    ] as const) {
      const answer = await addMaterial(world.office, { ...own, file: uploadOf(name, bytes) });
      expect(answer).toMatchObject({
        ok: false,
        refusals: [{ reason: 'type_not_taken', field: ['file'] }],
      });
    }
    const { fileId } = expectDone(
      await addMaterial(world.office, { ...firm, file: uploadOf('brochure.exe', pdfOf('a')) }),
    );
    expect((await getFile(world.office, { fileId })).name).toBe('brochure.exe.pdf');
  });

  it('of another startup are not there for a startup, and are not its to add or delete', async () => {
    const file = uploadOf('secret.pdf', pdfOf('secret'));
    const { fileId, version } = expectDone(await addMaterial(world.office, { ...rival, file }));
    const gone = { code: 'not_found' };
    await expect(getFile(world.startup, { fileId })).rejects.toMatchObject(gone);
    await expect(listFiles(world.startup, rival)).rejects.toMatchObject(gone);
    await expect(archiveFile(world.startup, { fileId, version })).rejects.toMatchObject(gone);
    await expect(addMaterial(world.startup, { ...rival, file })).rejects.toMatchObject(gone);
    await expect(addMaterial(world.manager, { ...rival, file })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('of an investor are read by startups and kept by the office', async () => {
    const file = uploadOf('fund.pdf', pdfOf('fund'));
    const { fileId, version } = expectDone(await addMaterial(world.office, { ...firm, file }));
    expect((await getFile(world.startup, { fileId })).name).toBe('fund.pdf');
    for (const change of [
      () => addMaterial(world.startup, { ...firm, file }),
      () => archiveFile(world.startup, { fileId, version }),
    ])
      await expect(change()).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are replaced, deleted and brought back; a deleted one is read by nobody', async () => {
    const add = (name: string, more: { replaces?: string } = {}) =>
      addMaterial(world.startup, { ...own, ...more, file: uploadOf(name, pdfOf(name)) });
    const first = expectDone(await add('v1.pdf'));
    const second = expectDone(await add('v2.pdf', { replaces: first.fileId }));
    expect(await names(world.startup, own)).toEqual(expect.arrayContaining(['v2.pdf']));
    expect(await names(world.startup, own)).not.toContain('v1.pdf');
    expect(await add('v3.pdf', { replaces: first.fileId })).toMatchObject({
      refusals: [{ reason: 'replaced_gone' }],
    });
    const deleted = expectDone(await archiveFile(world.startup, second));
    await expect(getFile(world.office, { fileId: second.fileId })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await archiveFile(world.startup, second)).toMatchObject({ refusals: [{ reason: 'stale' }] });
    expectDone(await restoreFile(world.startup, deleted));
    expect(await names(world.office, own)).toContain('v2.pdf');
  });

  it('are forgotten with their contents 30 days after they were deleted', async () => {
    const deletedFor = async (days: number) => {
      const file = uploadOf('old.pdf', pdfOf(`old ${days}`));
      const added = expectDone(await addMaterial(world.office, { ...own, file }));
      expectDone(await archiveFile(world.office, added));
      await withClient(world.ownerUrl, (client) =>
        client.query(`update stored_file set archived_at = now() - make_interval(days => $2) where id = $1`, [
          added.fileId,
          days,
        ]),
      );
      // Written long ago.
      const place = path.join(env.DATA_DIR, 'files', world.office.programId, added.fileId);
      await utimes(place, new Date(0), new Date(0));
      return added.fileId;
    };
    const [over, kept] = [await deletedFor(31), await deletedFor(29)];
    await keepHouse();
    expect(await openContent(world.office.programId, over)).toBeNull();
    expect(await openContent(world.office.programId, kept)).not.toBeNull();
    expectDone(await restoreFile(world.office, { fileId: kept, version: 2 }));
  });

  it('belong to one party that is there', async () => {
    const file = uploadOf('a.pdf', pdfOf('a'));
    expect(await addMaterial(world.office, { ...own, ...firm, file })).toMatchObject({
      refusals: [{ reason: 'one_party' }],
    });
    const nobody = { startupId: crypto.randomUUID() };
    await expect(addMaterial(world.office, { ...nobody, file })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a logo', () => {
  const logos = async () =>
    (await listFiles(world.office, own)).items.filter(({ kind }) => kind === 'logo').map(({ id }) => id);

  it('is drawn anew, small, and is one: the latest', async () => {
    const file = async () => uploadOf('로고.png', await pngOf(900, 300));
    const first = expectDone(await setLogo(world.startup, { ...own, file: await file() }));
    const second = expectDone(await setLogo(world.office, { ...own, file: await file() }));
    expect(await logos()).toEqual([second.fileId]);
    const { format, width, height } = await sharp(await contentOf(second.fileId)).metadata();
    expect({ format, width, height }).toEqual({ format: 'webp', width: 256, height: 85 });
    // The one before comes back in its place.
    expectDone(await restoreFile(world.office, { fileId: first.fileId, version: 2 }));
    expect(await logos()).toEqual([first.fileId]);
  });

  it('is no vector drawing, no document and no broken image', async () => {
    const broken = Buffer.concat([(await pngOf(50, 50)).subarray(0, 60), Buffer.from('x')]);
    for (const [name, bytes, reason] of [
      ['logo.png', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'logo_type_not_taken'],
      ['logo.png', pdfOf('logo'), 'logo_type_not_taken'],
      ['logo.png', broken, 'image_unreadable'],
    ] as const) {
      const answer = await setLogo(world.office, { ...own, file: uploadOf(name, bytes) });
      expect(answer).toMatchObject({ refusals: [{ reason }] });
    }
  });
});
