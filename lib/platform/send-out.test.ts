import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isPublicAddress, lookupOf, pinnedAddress } from './public-address';
import { mayBeSentTo, sendOut } from './send-out';

afterEach(() => vi.unstubAllEnvs());

const INSIDE = [
  ...[
    'http://127.0.0.1/x',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
  ],
  ...[
    'http://localhost/',
    'http://localhost./',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://0.0.0.0/',
  ],
  ...['http://10.0.0.8/', 'http://172.16.0.1/', 'http://192.168.1.1/', 'http://169.254.169.254/latest'],
  ...['http://[fd00::1]/', 'http://[fe80::1]/', 'http://[64:ff9b::7f00:1]/', 'http://[2002:7f00:1::]/'],
  ...['http://100.64.0.1/', 'http://224.0.0.1/', 'http://[::ffff:10.0.0.1]/', 'http://[ff02::1]/'],
];

async function receiver(status: number, headers: Record<string, string> = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(status, headers).end('x');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, asked, end: () => server.close() };
}

describe('T30 what the server sends on its own', () => {
  it.each(INSIDE)('goes to no address that is not on the public internet: %s', async (url) => {
    await expect(sendOut(url, {}, '{}')).rejects.toMatchObject({ name: 'NotPublic' });
  });

  it('goes to this machine only where the installation says so, and nowhere else inside then either', async () => {
    const here = await receiver(204);
    const url = `http://127.0.0.1:${here.port}/in`;
    await expect(sendOut(url, {}, '{}')).rejects.toMatchObject({ name: 'NotPublic' });
    vi.stubEnv('WEBHOOKS_TO_LOOPBACK', '1');
    expect(await sendOut(url, {}, '{}')).toBe(204);
    expect(here.asked).toEqual(['/in']);
    await expect(sendOut('http://10.0.0.8/', {}, '{}')).rejects.toMatchObject({ name: 'NotPublic' });
    here.end();
  });

  it('follows no redirect', async () => {
    vi.stubEnv('WEBHOOKS_TO_LOOPBACK', '1');
    const there = await receiver(200);
    const here = await receiver(302, { Location: `http://127.0.0.1:${there.port}/` });
    expect(await sendOut(`http://127.0.0.1:${here.port}/`, {}, '{}')).toBe(302);
    expect(there.asked).toEqual([]);
    for (const each of [here, there]) each.end();
  });

  it('connects to the address that was looked at, whatever the name says by then', async () => {
    const pinned = await pinnedAddress('localhost', () => true);
    const answered = await new Promise((resolve) =>
      lookupOf(pinned)('rebound.example', { all: true }, (_error, found) => resolve(found)),
    );
    expect(answered).toEqual([pinned]);
    const refused: string[] = [];
    await expect(
      pinnedAddress('localhost', (address) => {
        refused.push(address);
        return false;
      }),
    ).rejects.toMatchObject({ name: 'NotPublic' });
    expect(refused.length).toBeGreaterThan(0);
    expect(isPublicAddress('93.184.216.34')).toBe(true);
    expect(isPublicAddress('2606:4700:4700::1111')).toBe(true);
  });

  it('is written as a secure address without a name and password', () => {
    expect(mayBeSentTo('https://hook.example/in')).toBe(true);
    for (const text of ['http://hook.example', 'https://a:b@hook.example', 'ftp://hook.example', 'hook'])
      expect([text, mayBeSentTo(text)]).toEqual([text, false]);
  });
});
