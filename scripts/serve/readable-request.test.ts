import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { answerUnreadable, isReadableAddress } from './readable-request.mjs';

/** Fails as Next does: on whatever it cannot decode. */
let server: Server;
const said = vi.fn<(line: string) => void>();
beforeAll(async () => {
  answerUnreadable(said);
  server = createServer((request, response) => {
    response.statusCode = request.url === '/fine' ? 200 : 500;
    response.end('from Next');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

function answer(target: string, method = 'GET'): Promise<string> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        `${method} ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      ),
    );
    socket
      .on('data', (chunk) => {
        text += chunk;
      })
      .on('end', () => resolve(text))
      .on('error', reject);
  });
}

describe('7.13 an address that cannot be decoded', () => {
  const broken = [
    '/%',
    '/%ff',
    '/invitations/%',
    '/a/%E0%A4%A',
    '/%ed%a0%80',
    '/%00',
    '/%0d%0a',
    '/a%2',
    '/%25ff',
    'x',
  ];

  test('is told from one that can', () => {
    for (const target of broken) expect([target, isReadableAddress(target)]).toEqual([target, false]);
    for (const target of [
      '/',
      '*',
      '/%EA%B0%80',
      '/a%20b',
      '/100%25',
      '/sign-in?next=%',
      '/a%2fb',
      '//x/y',
    ]) {
      expect([target, isReadableAddress(target)]).toEqual([target, true]);
    }
  });

  test('is answered 400 with headers and a line in the log, and Next never sees it', async () => {
    // What begins with no slash Node refuses by itself.
    for (const target of broken.filter((each) => each.startsWith('/'))) {
      said.mockClear();
      const text = await answer(target);
      expect(text).toMatch(/^HTTP\/1\.1 400 /);
      expect(text).toMatch(/\r\nx-content-type-options: nosniff\r\n/);
      expect(text).toMatch(/\r\ncontent-type: application\/problem\+json\r\n/);
      expect(text).not.toContain('from Next');
      expect(said).toHaveBeenCalledOnce();
      expect(JSON.parse(said.mock.lastCall?.[0] ?? '')).toMatchObject({
        status: 400,
        msg: 'unreadable address',
      });
    }
  });
});

describe('7.13 a body that is posted to a page', () => {
  test('and fails is the fault of its caller; what the API or a page that is read fails on is ours', async () => {
    expect(await answer('/sign-in', 'POST')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await answer('/fine', 'POST')).toMatch(/^HTTP\/1\.1 200 /);
    expect(await answer('/api/v1/programs', 'POST')).toMatch(/^HTTP\/1\.1 500 /);
    expect(await answer('/programs')).toMatch(/^HTTP\/1\.1 500 /);
  });
});
