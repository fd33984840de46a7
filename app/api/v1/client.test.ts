import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateSource } from 'oazapfts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, signedInAs, smallProgram } from '@/e2e/support/small-program';
import { createApiToken } from '@/lib/token/commands';
import { ROOT } from '@/scripts/serve/settings';
import { serveRoutes } from '@/scripts/test/serve-routes';
import { GET, POST } from './[...path]/route';
import { openApiOf } from './openapi';
import { OPERATIONS, PUBLIC_OPERATIONS } from './operations';

/* What somebody else does: generates a client from the document, compiles their program against it, and runs it. */

const FOLDER = mkdtempSync(path.join(tmpdir(), 'roundtable-client-'));

/** Compiles only where the types of the client are those of the API. */
const PROGRAM = `
import { defaults, investorAdd, pairList, startupAdd, startupList } from './client.js';

export async function use(address: string, key: string, program: string) {
  defaults.baseUrl = address + '/api/v1';
  defaults.headers = { Authorization: 'Bearer ' + key };
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const { status, data } = await startupList(program, { limit: 1, cursor });
    if (status !== 200) throw new Error('status ' + status);
    names.push(...data.items.map(({ nameEn }) => nameEn));
    cursor = data.nextCursor ?? undefined;
  } while (cursor);
  const added = await startupAdd(program, { name: '다온핀테크', nameEn: 'Daon', sector: 'ai' });
  const refused = await investorAdd(program, { name: '', city: 'Boston' });
  const reason = refused.status === 422 ? refused.data.errors?.[0]?.reason : undefined;
  const pairs = await pairList(program, { limit: 5 });
  // @ts-expect-error: a stage that there is not.
  await pairList(program, { stage: 'nowhere' });
  return { names, added: added.status, reason, pairs: pairs.status === 200 ? pairs.data.items.length : -1 };
}
`;

let program: SmallProgram;
let server: Awaited<ReturnType<typeof serveRoutes>>;
beforeAll(async () => {
  program = await smallProgram('client');
  server = await serveRoutes((request) => {
    const ask = request.method === 'GET' ? GET : POST;
    const segments = new URL(request.url).pathname.split('/').slice(3).map(decodeURIComponent);
    return ask(request, { params: Promise.resolve({ path: segments }) });
  });
  // Where the runtime of the generated client is found.
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(FOLDER, 'node_modules'));
});
afterAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  await server.end();
  await program.end();
});

const OPTIONS = [
  '--ignoreConfig',
  '--strict',
  '--target',
  'es2023',
  '--module',
  'nodenext',
  '--skipLibCheck',
  '--types',
  'node',
];

describe('a client generated from the document', () => {
  it('compiles, and pages, adds and reads a refusal against the running API', async () => {
    writeFileSync(
      path.join(FOLDER, 'openapi.json'),
      JSON.stringify(openApiOf(OPERATIONS, PUBLIC_OPERATIONS)),
    );
    writeFileSync(path.join(FOLDER, 'package.json'), JSON.stringify({ type: 'module' }));
    writeFileSync(path.join(FOLDER, 'client.ts'), await generateSource(path.join(FOLDER, 'openapi.json')));
    writeFileSync(path.join(FOLDER, 'program.ts'), PROGRAM);
    const compiler = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    execFileSync(process.execPath, [compiler, ...OPTIONS, path.join(FOLDER, 'program.ts')], {
      stdio: 'pipe',
    });
    const { use } = await import(/* @vite-ignore */ pathToFileURL(path.join(FOLDER, 'program.js')).href);
    const { key } = expectDone(
      await createApiToken(await signedInAs('officer@example.com'), { name: 'client' }),
    );
    expect(await use(server.address, key, 'client')).toEqual({
      names: ['Garam Bio', 'Narae Robotics'],
      added: 201,
      reason: 'required',
      pairs: 5,
    });
  });
});
