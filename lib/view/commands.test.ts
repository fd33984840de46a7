import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import type { ProgramScope } from '@/lib/core/scope';
import { archiveView, editView, restoreView, saveView } from './commands';
import { listViews, readOpeningViews } from './queries';

let program: SmallProgram;
beforeAll(async () => {
  program = await smallProgram('views');
});
afterAll(() => program.end());

const view = { noun: 'pairs' as const, name: '후속 상담', address: 'stage=follow_up&view=table' };
const seen = async (scope: ProgramScope) => (await listViews(scope, {})).items.map(({ name }) => name).sort();
const save = async (scope: ProgramScope, more: object = {}) =>
  expectDone(await saveView(scope, { ...view, ...more }));

describe('saved views', () => {
  it('9.F2 are one’s own until the office shares them, and startups see of those only the ones their lists open with', async () => {
    await save(program.startup, { name: 'startup’s own' });
    const mine = await save(program.office, { name: 'office’s own' });
    expect(await seen(program.office)).toEqual(['office’s own']);
    expect(await seen(program.startup)).toEqual(['startup’s own']);
    const shared = expectDone(await editView(program.office, { ...mine, shared: true }));
    expect(await seen(program.startup)).toEqual(['startup’s own']);
    expectDone(await editView(program.office, { ...shared, defaultFor: ['startup'] }));
    expect(await seen(program.startup)).toEqual(['office’s own', 'startup’s own']);
    expect(await readOpeningViews(program.startup)).toEqual({ pairs: view.address });
    expect(await readOpeningViews(program.office)).toEqual({});
    const [found] = (await listViews(program.startup, {})).items.filter(({ isShared }) => isShared);
    expect(found).toMatchObject({ isMine: false, mayEdit: false, address: view.address });
  });

  it('9.F2 are shared, changed and deleted for others by the office alone', async () => {
    expect(await saveView(program.startup, { ...view, shared: true })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'only_office_shares' }],
    });
    const own = await save(program.startup);
    expect(await editView(program.startup, { ...own, defaultFor: ['startup'] })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'only_office_shares' }],
    });
    await expect(archiveView(program.office, own)).rejects.toMatchObject({ code: 'not_found' });
    const personal = await save(program.office, { name: 'not shared' });
    expect(await editView(program.office, { ...personal, defaultFor: ['officer'] })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'not_shared' }],
    });
  });

  it('9.F2 are renamed, overwritten, deleted and brought back; what is stale is refused with the view as it stands', async () => {
    const first = await save(program.office, { noun: 'meetings', name: 'A' });
    const second = expectDone(await editView(program.office, { ...first, name: 'B', address: 'day=all' }));
    const stale = await editView(program.office, { ...first, name: 'C' });
    expect(stale).toMatchObject({ ok: false, refusals: [{ reason: 'stale' }] });
    const meetings = async () => (await listViews(program.office, { noun: 'meetings' })).items;
    expect(await meetings()).toMatchObject([{ name: 'B', address: 'day=all', version: 2, isMine: true }]);
    const gone = expectDone(await archiveView(program.office, second));
    expect(await meetings()).toEqual([]);
    expectDone(await restoreView(program.office, gone));
    expect(await meetings()).toMatchObject([{ name: 'B', address: 'day=all' }]);
  });

  it('9.F2 open a list one at a time for each role', async () => {
    const ids = [
      await save(program.office, { noun: 'startups', address: 'sector=ai', shared: true }),
      await save(program.office, { noun: 'startups', address: 'sector=robotics', shared: true }),
    ];
    for (const id of ids)
      expectDone(await editView(program.office, { ...id, defaultFor: ['officer', 'manager'] }));
    const opens = (await listViews(program.office, { noun: 'startups' })).items.filter(
      ({ defaultFor }) => defaultFor.length > 0,
    );
    expect(opens).toMatchObject([{ address: 'sector=robotics', defaultFor: ['officer', 'manager'] }]);
    const [, last] = ids;
    if (!last) throw new Error('two views');
    expectDone(
      await editView(program.office, { viewId: last.viewId, version: last.version + 1, shared: false }),
    );
    expect(
      (await listViews(program.office, { noun: 'startups' })).items.every(
        (one) => one.defaultFor.length === 0,
      ),
    ).toBe(true);
  });

  it('9.F2 keep a query string and nothing else', async () => {
    for (const address of ['?a=b', 'a=한글', 'a b', 'x'.repeat(8001)])
      await expect(saveView(program.office, { ...view, address })).resolves.toMatchObject({ ok: false });
  });
});
