import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, signedInAs, smallProgram } from '@/e2e/support/small-program';
import type { Viewer } from '@/lib/core/scope';
import { endSignInsOf } from '@/lib/person/commands/end-access';
import { findAccount } from '@/lib/person/queries/account';
import { listMembers } from '@/lib/person/queries/members';
import { listPeople } from '@/lib/person/queries/people';
import { asViewer } from '@/lib/platform/database';
import { viewerByApiToken } from '@/lib/platform/viewer';
import { createApiToken, issueToken, revokeApiToken } from './commands';
import { listApiTokens } from './queries';

let program: SmallProgram;
beforeAll(async () => {
  program = await smallProgram('tokens');
});
afterAll(() => program.end());

describe('an API token', () => {
  it('is shown once, stored as a hash, and does what its owner may at each moment', async () => {
    const viewer = await signedInAs('manager@example.com');
    const { key, tokenId } = expectDone(await createApiToken(viewer, { name: '통계 전송' }));
    expect(key).toMatch(/^rt_[A-Za-z0-9_-]{43}$/);
    const byToken = await viewerByApiToken(key);
    expect(byToken).toMatchObject({ email: 'manager@example.com', means: 'api', accessId: tokenId });
    expect(byToken?.programs.map(({ role }) => role)).toEqual(['manager']);
    const rows = await asViewer(program.admin, async (tx) => [
      await tx.apiToken.findMany(),
      await tx.auditEntry.findMany(),
    ]);
    expect(JSON.stringify(rows)).not.toContain(key);
    expect(JSON.stringify(await listApiTokens(viewer, {}))).not.toContain(key);
  });

  it('asked for twice with one idempotency key is one token, whose key is not kept and not shown again', async () => {
    const viewer = await signedInAs('officer@example.com');
    const call = { idempotencyKey: crypto.randomUUID() };
    const { key } = expectDone(await createApiToken(viewer, { name: 'one' }, call));
    const second = await createApiToken(viewer, { name: 'one' }, call);
    expect(second).toEqual({ ok: false, refusals: [{ reason: 'answered_once' }] });
    const kept = await asViewer(viewer, (tx) => tx.idempotencyKey.findMany());
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain(key);
    expect((await listApiTokens(viewer, {})).items).toHaveLength(1);
  });

  it('7.2 is not made by a request whose sign-in a new password has ended meanwhile', async () => {
    const [here, elsewhere] = [
      await signedInAs('manager@example.com'),
      await signedInAs('manager@example.com'),
    ];
    await asViewer(here, (tx) => endSignInsOf(tx, here.personId, here.accessId));
    await expect(createApiToken(elsewhere, { name: 'late' })).rejects.toMatchObject({ code: 'signed_out' });
    expect(expectDone(await createApiToken(here, { name: 'in time' })).key).not.toBeNull();
  });

  it('ends when it is revoked', async () => {
    const viewer = await signedInAs('garam@example.com');
    const { key, tokenId } = expectDone(await createApiToken(viewer, { name: 'short' }));
    expectDone(await revokeApiToken(viewer, { tokenId }));
    expect(await viewerByApiToken(key)).toBeNull();
  });

  it('7.2 ends by itself: after 90 days unless its owner says otherwise, after a year at most', async () => {
    const viewer = await signedInAs('manager@example.com');
    const now = new Date('2026-11-23T09:00:00Z');
    const daysOn = (days: number) => ({ now: new Date(now.getTime() + days * 24 * 60 * 60 * 1000) });
    for (const [days, lasts] of [
      [undefined, 90],
      [1, 1],
      [365, 365],
    ] as const) {
      const { key } = expectDone(await createApiToken(viewer, { name: 'n', ...(days && { days }) }, { now }));
      expect([days, await viewerByApiToken(key, daysOn(lasts - 0.01))]).toEqual([days, expect.anything()]);
      expect([days, await viewerByApiToken(key, daysOn(lasts))]).toEqual([days, null]);
    }
    for (const days of [0, -1, 1.5, 366, 100_000, 'for ever', null]) {
      expect([days, (await createApiToken(viewer, { name: 'n', days })).ok]).toEqual([days, false]);
    }
  });

  it('7.2 tells what it may, and reaches no program that its owner does not', async () => {
    const viewer = await signedInAs('manager@example.com');
    const { programId } = program.office;
    const made = { name: 'narrow', access: 'read', programs: [programId] };
    const { key, tokenId } = expectDone(await createApiToken(viewer, made));
    expect(await viewerByApiToken(key)).toMatchObject({
      limits: { readOnly: true, programsOnly: true },
    });
    const listed = (await listApiTokens(viewer, {})).items.find(({ id }) => id === tokenId);
    expect(listed).toMatchObject({ access: 'read', programs: ['tokens'] });
    const foreign = await createApiToken(viewer, { name: 'n', programs: [crypto.randomUUID()] });
    expect(foreign).toMatchObject({ ok: false, refusals: [{ reason: 'no_such_program' }] });
    expect((await createApiToken(viewer, { name: 'n', access: 'admin' })).ok).toBe(false);
  });

  it('T21 is not revoked by another person, nor made by a token', async () => {
    const officer = await signedInAs('officer@example.com');
    const { tokenId } = expectDone(await createApiToken(officer, { name: 'mine' }));
    for (const other of [await signedInAs('manager@example.com'), program.admin]) {
      await expect(revokeApiToken(other, { tokenId })).rejects.toThrow(
        expect.objectContaining({ code: 'not_found' }),
      );
    }
    const byToken = { ...officer, means: 'api' } as Viewer;
    await expect(createApiToken(byToken, { name: 'more' })).rejects.toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
  });

  it('is issued on the command line to a person who is there', async () => {
    const key = await issueToken('Officer@example.com', { name: 'script' });
    expect((await viewerByApiToken(key))?.email).toBe('officer@example.com');
    const narrow = await issueToken('officer@example.com', {
      name: 's',
      access: 'read',
      days: 7,
      programs: ['tokens'],
    });
    expect(await viewerByApiToken(narrow)).toMatchObject({
      limits: { readOnly: true, programsOnly: true },
      programs: [{ slug: 'tokens' }],
    });
    await expect(issueToken('officer@example.com', { name: 's', programs: ['foreign'] })).rejects.toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
    await expect(issueToken('nobody@example.com', { name: 'script' })).rejects.toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
  });
});

describe('T22 what is read of people', () => {
  it('has no secret, hash, token or password anywhere in it; at most whether there is one', async () => {
    const viewer = await signedInAs('admin@example.com');
    const read = [
      await listMembers(program.office, {}),
      await listPeople(viewer, {}),
      await findAccount(viewer, {}),
      await listApiTokens(await signedInAs('officer@example.com'), {}),
      viewer,
    ];
    const keys = new Set<string>();
    JSON.stringify(read, (key, value) => {
      keys.add(key);
      return value;
    });
    expect(keys.has('email')).toBe(true);
    expect([...keys].filter((key) => /hash|secret|token|password(?!Set$)/i.test(key))).toEqual([]);
  });
});
