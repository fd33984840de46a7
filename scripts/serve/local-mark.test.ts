import { createServer, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isFromThisMachine, LOCAL_HEADER, markRequest, SOURCE_HEADER, sourceOf } from './local-mark.mjs';

const MARK = 'm'.repeat(64);
let last: IncomingMessage & { isLocal?: boolean };
const server = createServer((incoming, response) => {
  last = Object.assign(incoming, { isLocal: isFromThisMachine(incoming) });
  response.end();
});
const port = () => (server.address() as AddressInfo).port;

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** The request as the server receives it. */
async function received(headers: Record<string, string | string[]> = {}): Promise<typeof last> {
  const host = `localhost:${port()}`;
  await new Promise<void>((resolve, reject) =>
    request({ port: port(), host: '127.0.0.1', headers: { host, ...headers } }, (answer) =>
      answer.resume().on('end', resolve),
    )
      .on('error', reject)
      .end(),
  );
  return last;
}

/** The same for a request that no client library would send. */
async function receivedRaw(head: string): Promise<typeof last> {
  await new Promise<void>((resolve, reject) => {
    const socket = connect(port(), '127.0.0.1', () => socket.end(`${head}\r\n\r\n`));
    socket
      .on('error', reject)
      .resume()
      .on('close', () => resolve());
  });
  return last;
}

describe('7.1 a request is from this machine', () => {
  test('when it came from there, is addressed there, and nobody forwarded it', async () => {
    for (const host of ['localhost', `localhost:${port()}`, '127.0.0.1:3000', '127.9.9.9', '[::1]:3000']) {
      expect([host, (await received({ host })).isLocal]).toEqual([host, true]);
    }
    const browser = {
      origin: 'http://localhost:3000',
      referer: 'http://localhost:3000/sign-in',
      'cache-control': 'no-cache',
      'upgrade-insecure-requests': '1',
      'sec-fetch-site': 'same-origin',
      'next-router-state-tree': '%5B%5D',
      cookie: 'rt_locale=ko',
    };
    expect((await received(browser)).isLocal).toBe(true);
  });

  test.each<[client: string, headers: Record<string, string>]>([
    [
      'Chrome',
      {
        'sec-ch-ua': '"Chromium";v="148", "Google Chrome";v="148"',
        'sec-ch-ua-mobile': '?0',
        'sec-ch-ua-platform': '"Windows"',
        'Upgrade-Insecure-Requests': '1',
        'User-Agent': 'Mozilla/5.0',
        Accept: 'text/html',
        'Sec-Fetch-Site': 'none',
        'Sec-Fetch-Mode': 'navigate',
        'Sec-Fetch-User': '?1',
        'Sec-Fetch-Dest': 'document',
        'Sec-Purpose': 'prefetch;prerender',
        'Accept-Encoding': 'gzip, deflate, br, zstd',
        'Accept-Language': 'ko-KR,ko;q=0.9',
        'Save-Data': 'on',
        Cookie: 'rt_locale=ko',
      },
    ],
    [
      'Firefox',
      {
        'User-Agent': 'Mozilla/5.0',
        Accept: 'text/html',
        'Accept-Language': 'ko',
        'Accept-Encoding': 'gzip, deflate, br, zstd',
        DNT: '1',
        'Sec-GPC': '1',
        Connection: 'keep-alive',
        'Sec-Fetch-Site': 'same-origin',
        Referer: 'http://127.0.0.1:3000/sign-in',
        Priority: 'u=0, i',
        Pragma: 'no-cache',
        'Cache-Control': 'no-cache',
        'X-Moz': 'prefetch',
        TE: 'trailers',
      },
    ],
    [
      'Safari',
      {
        Accept: 'text/html',
        'Sec-Fetch-Dest': 'document',
        'Sec-Fetch-Site': 'same-site',
        Priority: 'u=0, i',
        'If-None-Match': '"a"',
        Range: 'bytes=0-1',
        'X-Purpose': 'preview',
        Referer: 'http://[::1]:3000/',
      },
    ],
    [
      'a page of ours',
      {
        RSC: '1',
        'Next-Action': 'a',
        'Next-Url': '/',
        'Next-Router-State-Tree': '%5B%5D',
        'Next-Router-Prefetch': '1',
        'Next-Router-Segment-Prefetch': '/_tree',
        'X-Nextjs-Request-Id': 'a',
        'X-Nextjs-Html-Request-Id': 'a',
        'Content-Type': 'text/plain',
        Origin: 'http://localhost:3000',
        'Idempotency-Key': 'a',
        'Roundtable-Person': 'a',
        'If-Match': '"1"',
      },
    ],
    [
      'curl',
      {
        'User-Agent': 'curl/8.5.0',
        Accept: '*/*',
        Authorization: 'Bearer a',
        'Content-Type': 'application/json',
      },
    ],
  ])('by %s', async (_, headers) => {
    expect((await received(headers)).isLocal).toBe(true);
  });

  test.each([
    'forwarded',
    'x-forwarded-for',
    'X-Forwarded-Host',
    'x-forwarded-proto',
    'x-forwarded-server',
    'x-forwarded-anything',
    'x-real-ip',
    'via',
    'cf-connecting-ip',
    'cf-ray',
    'true-client-ip',
    'x-client-ip',
    'x-cluster-client-ip',
    'x-original-host',
    'x-original-forwarded-for',
    'x-envoy-external-address',
    'x-amzn-trace-id',
    'fly-client-ip',
    'fastly-client-ip',
    'cdn-loop',
    'x-vercel-id',
    'front-end-https',
    'tailscale-user-login',
    'x-forward-for',
    'x-proxyuser-ip',
    'x-host',
    'x-scheme',
    'traceparent',
    'x-b3-traceid',
    'x-cloud-trace-context',
    'x-correlation-id',
    'x-real-port',
    'x-client-cert',
    'x-ssl-client-verify',
    'x-geoip-country',
    'x-tunnel-id',
    'x-varnish',
    'x-kong',
    'x-cache',
    'surrogate-capability',
    'x-bluecoat-via',
    'x-request-start',
    'x-queue-start',
    'x-source-ip',
    'x-user-ip',
    'x-external-ip',
    'remote_addr',
    'ssl-offloaded',
    'x-port',
    'x-protocol',
    'x-auth-request-user',
    'x-authenticated-user',
    'x-ssl',
    'proxy-connection',
    'max-forwards',
    'early-data',
    'x-arr-log-id',
    'x-a-proxy-of-next-year',
  ])('not when %s says that it was forwarded, even by this machine or empty', async (name) => {
    for (const value of ['127.0.0.1', 'localhost', '']) {
      expect((await received({ [name]: value })).isLocal).toBe(false);
    }
  });

  test.each([
    'roundtable.example',
    'localhost.example',
    '127.0.0.1.nip.io',
    '127.0.0.1@roundtable.example',
    '0.0.0.0:3000',
    '192.168.0.4',
    'localhost:3000:80',
    'localhost, roundtable.example',
  ])('not when it is addressed to "%s"', async (host) => {
    expect((await received({ host })).isLocal).toBe(false);
  });

  test('not when it asks for an upgrade, as a proxy set up for web sockets does each time', async () => {
    for (const value of ['upgrade', 'Upgrade', 'keep-alive, upgrade']) {
      expect((await receivedRaw(`GET / HTTP/1.1\r\nHost: localhost\r\nConnection: ${value}`)).isLocal).toBe(
        false,
      );
    }
    for (const value of ['keep-alive', 'close']) {
      expect((await receivedRaw(`GET / HTTP/1.1\r\nHost: localhost\r\nConnection: ${value}`)).isLocal).toBe(
        true,
      );
    }
  });

  test('not when a page of another site sent it', async () => {
    for (const origin of ['https://roundtable.example', 'null', 'http://localhost.example:3000']) {
      expect([origin, (await received({ origin })).isLocal]).toEqual([origin, false]);
    }
  });

  test('not when a page of another site led to it', async () => {
    for (const referer of ['https://roundtable.example/sign-in', 'http://localhost.example/', '']) {
      expect([referer, (await received({ referer })).isLocal]).toEqual([referer, false]);
    }
    expect((await received({ 'sec-fetch-site': 'cross-site' })).isLocal).toBe(false);
    for (const site of ['none', 'same-origin', 'same-site']) {
      expect([site, (await received({ 'sec-fetch-site': site })).isLocal]).toEqual([site, true]);
    }
  });

  test('not when it comes from another machine, or nobody knows from where', async () => {
    const { rawHeaders, url, httpVersion } = await received();
    for (const remoteAddress of ['203.0.113.7', '::ffff:192.168.0.4', '10.0.0.1', undefined]) {
      const other = { socket: { remoteAddress }, rawHeaders, url, httpVersion } as IncomingMessage;
      expect([remoteAddress, isFromThisMachine(other)]).toEqual([remoteAddress, false]);
    }
  });

  test('not when it asks as proxies do: with a whole address, in HTTP/1.0, or with no host', async () => {
    expect((await receivedRaw('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close')).isLocal).toBe(true);
    for (const head of [
      'GET http://roundtable.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close',
      'GET / HTTP/1.0\r\nHost: localhost',
      'GET / HTTP/1.0',
      'GET / HTTP/1.1\r\nHost:\r\nConnection: close',
      'GET / HTTP/1.1\r\nHost: localhost\r\nHost: roundtable.example\r\nConnection: close',
    ]) {
      expect([head, (await receivedRaw(head)).isLocal]).toEqual([head, false]);
    }
  });
});

describe('7.1 the mark', () => {
  const markOf = async (headers: Record<string, string | string[]>) => {
    const incoming = await received(headers);
    markRequest(incoming, MARK);
    return incoming.headers[LOCAL_HEADER];
  };

  test('stands on a request of this machine, and cannot be brought along', async () => {
    expect(await markOf({})).toBe(MARK);
    expect(await markOf({ via: '1.1 proxy' })).toBeUndefined();
    expect(await markOf({ via: '1.1 proxy', [LOCAL_HEADER]: 'true' })).toBeUndefined();
    expect(await markOf({ via: '1.1 proxy', [LOCAL_HEADER]: ['a', MARK.slice(1)] })).toBeUndefined();
  });

  test('stays where the server asks itself on behalf of a marked request', async () => {
    expect(await markOf({ [LOCAL_HEADER]: MARK, 'x-forwarded-for': '127.0.0.1' })).toBe(MARK);
  });
});

describe('7.6 the source of a request', () => {
  const source = (remoteAddress: string, forwardedFor?: string) =>
    sourceOf({
      socket: { remoteAddress },
      rawHeaders: [
        'Host',
        'localhost',
        ...(forwardedFor === undefined ? [] : ['X-Forwarded-For', forwardedFor]),
      ],
    });

  test('is whoever connects, whatever they say of themselves', () => {
    expect(source('203.0.113.7')).toBe('203.0.113.7');
    expect(source('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
    expect(source('::ffff:203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
  });

  test('is what a proxy nearby added last, not what its client made up before', () => {
    for (const proxy of ['127.0.0.1', '::1', '::ffff:172.18.0.1', '10.1.2.3', '192.168.0.2', 'fd00::5']) {
      expect([proxy, source(proxy, '1.2.3.4, 198.51.100.1')]).toEqual([proxy, '198.51.100.1']);
    }
    expect(source('127.0.0.1', 'unknown')).toBe('127.0.0.1');
    expect(source('127.0.0.1', '')).toBe('127.0.0.1');
  });

  test('is a whole network where one home has it', () => {
    expect(source('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::');
    expect(source('127.0.0.1', '2001:db8:1:2::9')).toBe('2001:db8:1:2::');
    expect(source('2001:db8::1')).toBe('2001:db8:0:0::');
  });

  test('is named in a header that nobody brings along', async () => {
    const incoming = await received({ [SOURCE_HEADER]: '198.51.100.1' });
    markRequest(incoming, MARK);
    expect(incoming.headers[SOURCE_HEADER]).toBe(sourceOf(incoming));
    expect(incoming.headers[SOURCE_HEADER]).not.toBe('198.51.100.1');
  });
});
