import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, signedInAs, smallProgram } from '@/e2e/support/small-program';
import type { Viewer } from '@/lib/core/scope';
import { viewerByApiToken } from '@/lib/platform/viewer';
import { createProgram } from '@/lib/program/commands/programs';
import { createApiToken } from '@/lib/token/commands';
import { GET, PATCH, POST } from './[...path]/route';
import { OPERATIONS } from './operations';
import { requireReach } from './reach';

let program: SmallProgram;
beforeAll(async () => {
  program = await smallProgram('reach');
  const other = { slug: 'other', name: '다른', nameEn: 'Other', venue: '', venueEn: '' };
  const zones = { homeZone: 'Asia/Seoul', venueZone: 'America/New_York' };
  expectDone(await createProgram(program.admin, { ...other, ...zones }));
});
afterAll(() => program.end());

/** The status of a request with a token made as said, by an admin. */
async function asker(made: object) {
  const { key } = expectDone(
    await createApiToken(await signedInAs('admin@example.com'), { name: 't', ...made }),
  );
  return async (method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => {
    const call = { GET, POST, PATCH }[method];
    const request = new Request(`http://127.0.0.1/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return (await call(request, { params: Promise.resolve({ path: path.slice(1).split('/') }) })).status;
  };
}

describe('7.2 an API token', () => {
  it('that reads alone is refused every operation that is no GET, and answered every other', async () => {
    const ask = await asker({ access: 'read' });
    expect(await ask('GET', '/programs/reach/pairs')).toBe(200);
    expect(await ask('GET', '/programs')).toBe(200);
    const startup = { name: '새 회사', nameEn: 'New', sector: 'ai' };
    expect(await ask('POST', '/programs/reach/startups', startup)).toBe(403);
    expect(await ask('PATCH', '/account', { name: 'x', version: 1 })).toBe(403);
    const writes = await asker({ access: 'write' });
    expect(await writes('POST', '/programs/reach/startups', startup)).toBe(201);
  });

  it('for one program finds no other, and nothing of the installation', async () => {
    const { programId } = program.office;
    const ask = await asker({ programs: [programId] });
    expect(await ask('GET', '/programs/reach/pairs')).toBe(200);
    expect(await ask('GET', '/programs/other/pairs')).toBe(404);
    for (const path of ['/programs', '/people', '/account', '/audit', '/funnels']) {
      expect([path, await ask('GET', path)]).toEqual([path, 403]);
    }
    const everywhere = await asker({});
    expect(await everywhere('GET', '/programs/other/pairs')).toBe(200);
    expect(await everywhere('GET', '/people')).toBe(200);
  });

  it('is asked for its reach by method and place, whichever the operation', () => {
    const holds = (limits: Viewer['limits']) => (operation: (typeof OPERATIONS)[number]) => {
      try {
        requireReach({ limits } as Viewer, operation);
        return true;
      } catch {
        return false;
      }
    };
    const reads = OPERATIONS.filter(holds({ readOnly: true, programsOnly: false }));
    expect(reads).toEqual(OPERATIONS.filter(({ method }) => method === 'GET'));
    const inPrograms = OPERATIONS.filter(holds({ readOnly: false, programsOnly: true }));
    expect(inPrograms).toEqual(OPERATIONS.filter(({ path }) => path.startsWith('/programs/{program}')));
    expect(OPERATIONS.filter(holds(null))).toHaveLength(OPERATIONS.length);
  });
});

describe('7.6 an API token of an administrator', () => {
  it('makes no administrator, gives no role, closes no account, invites nobody, makes no token, sets no password', async () => {
    const ask = await asker({});
    const [member] = (await viewerByToken()).programs;
    expect(member).toBeDefined();
    const id = crypto.randomUUID();
    for (const [path, body] of [
      [`/people/${id}/admin`, { isAdmin: true, version: 1 }],
      [`/people/${id}/archive`, { version: 1 }],
      [`/people/${id}/restore`, { version: 1 }],
      ['/programs/reach/people', { email: 'new@example.com', name: '새 사람', role: 'officer' }],
      [`/programs/reach/people/${id}/role`, { role: 'officer', version: 1 }],
      [`/programs/reach/people/${id}/end`, { version: 1 }],
      [`/programs/reach/people/${id}/restore`, { version: 1 }],
      [`/programs/reach/people/${id}/invitation`, {}],
      ['/account/tokens', { name: 'more' }],
      [`/account/tokens/${id}/revoke`, {}],
      ['/account/password', { current: 'x', password: 'y' }],
      ['/account/sign-ins/end-others', {}],
    ] as const) {
      expect([path, await ask('POST', path, body)]).toEqual([path, 403]);
    }
  });
});

async function viewerByToken(): Promise<Viewer> {
  const { key } = expectDone(await createApiToken(await signedInAs('admin@example.com'), { name: 'seen' }));
  const viewer = await viewerByApiToken(key ?? '');
  if (!viewer) throw new Error('nobody');
  return viewer;
}
