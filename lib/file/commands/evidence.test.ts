import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { addAmount } from '@/lib/amount/commands/add';
import { voidAmount } from '@/lib/amount/commands/void';
import { listAmounts } from '@/lib/amount/queries';
import { listPairs } from '@/lib/pair/queries/list';
import { withClient } from '@/scripts/database/connection';
import { pdfOf, uploadOf } from '@/scripts/test/upload';
import { getFile, listFiles } from '../queries';
import { addEvidence } from './evidence';
import { archiveFile } from './party-files';

let world: SmallProgram;
let pairId: string;
let rivalPairId: string;
const amountOf = async (pair: string) =>
  expectDone(
    await addAmount(world.office, {
      ...{ pairId: pair, rung: 'discussed', minor: 100_000_000, currency: 'KRW', effectiveOn: '2023-05-02' },
    }),
  ).amountId;

beforeAll(async () => {
  world = await smallProgram();
  const of = async (startup: string) =>
    (await listPairs(world.office, { startup, limit: 1 })).items[0]?.id ?? '';
  pairId = await of(world.startupIds[0]);
  rivalPairId = await of(world.startupIds[1]);
});
afterAll(() => world.end());

it('evidence is held with its checksum and who attached it, and shown with the amount', async () => {
  const amountId = await amountOf(pairId);
  const file = uploadOf('텀시트.pdf', pdfOf('terms'));
  const { fileId } = expectDone(await addEvidence(world.startup, { pairId, amountId, file }));
  const entries = await listAmounts(world.manager, { pairId });
  expect(entries.find(({ id }) => id === amountId)?.files).toMatchObject([
    {
      ...{ id: fileId, name: '텀시트.pdf', sha256: file.sha256, size: file.size },
      by: { id: world.startup.viewer.personId },
    },
  ]);
  expect(await addEvidence(world.office, { pairId, amountId, file })).toMatchObject({
    refusals: [{ reason: 'evidence_known' }],
  });
});

it('evidence is opened only by whom the amount may be seen', async () => {
  const amountId = await amountOf(rivalPairId);
  const file = uploadOf('certificate.pdf', pdfOf('certificate'));
  const of = { pairId: rivalPairId, amountId };
  const { fileId } = expectDone(await addEvidence(world.office, { ...of, file }));
  expect((await getFile(world.manager, { fileId })).kind).toBe('evidence');
  await expect(getFile(world.startup, { fileId })).rejects.toMatchObject({ code: 'not_found' });
  await expect(addEvidence(world.startup, { ...of, file })).rejects.toMatchObject({ code: 'not_found' });
  // Nor is it among the materials of its startup.
  const { items } = await listFiles(world.office, { startupId: world.startupIds[1] });
  expect(items).toEqual([]);
});

it('evidence of a voided amount stays, and none is added to it', async () => {
  const amountId = await amountOf(pairId);
  const file = uploadOf('loi.pdf', pdfOf('loi'));
  const { fileId, version } = expectDone(await addEvidence(world.office, { pairId, amountId, file }));
  expectDone(await voidAmount(world.office, { pairId, amountId, reason: '오기' }));
  expect((await getFile(world.office, { fileId })).name).toBe('loi.pdf');
  const another = uploadOf('late.pdf', pdfOf('late'));
  expect(await addEvidence(world.office, { pairId, amountId, file: another })).toMatchObject({
    refusals: [{ reason: 'amount_voided' }],
  });
  await expect(archiveFile(world.office, { fileId, version })).rejects.toMatchObject({ code: 'not_found' });
  await expect(
    withClient(world.ownerUrl, (client) =>
      client.query('update stored_file set archived_at = now() where id = $1', [fileId]),
    ),
  ).rejects.toThrow('stored_file_belongs');
});
