import { beforeAll, expect, it } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { getFunnel } from '@/lib/funnel/queries/funnel';
import { actAs, actIn } from '@/lib/platform/acting';
import { asViewer } from '@/lib/platform/database';
import { getReportChanges } from '@/lib/report/queries/changes';
import { archiveOf, essence } from '@/scripts/test/archive';
import { accepted } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { uploadOf } from '@/scripts/test/upload';
import { restoreArchive } from './restore';

const _database = ownDatabase('sample');
let before: ProgramScope;
let after: ProgramScope;
const viewerNow = () => asViewer('nobody', (tx) => actAs(tx, 'admin@sample.example', 'web'));
beforeAll(async () => {
  before = actIn(await viewerNow(), 'boston-2023');
  const { bytes } = await archiveOf(before);
  const { slug } = accepted(
    await restoreArchive(before.viewer, { file: uploadOf('boston.zip', bytes), keepMembers: true }),
  );
  after = actIn(await viewerNow(), slug);
});

it('9.1 the sample comes back as it is', async () => {
  const [was, is] = [await archiveOf(before), await archiveOf(after)];
  expect(essence(is.files)).toEqual(essence(was.files));
});

it.each([
  [{ asOf: '2023-04-21' }],
  [{ asOf: '2023-05-03' }],
  [{ asOf: '2023-05-03', knownOn: '2023-05-03' }],
  [{ asOf: '2023-08-01' }],
  [{ asOf: '2023-11-30', knownOn: '2023-08-01' }],
])('9.1 the funnel says the same of %j', async (clocks) => {
  const said = async (scope: ProgramScope) =>
    JSON.stringify(await getFunnel(scope, clocks)).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '');
  expect(await said(after)).toBe(await said(before));
});

it('9.1 what was published is counted again and gives the same', async () => {
  for (const number of [1, 2, 3]) {
    const { recount } = await getReportChanges(after, { number });
    expect(recount).toEqual({ differences: [], parties: { left: [], returned: [] } });
  }
});
