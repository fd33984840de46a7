import { NextRequest } from 'next/server';
import { describe, expect, test } from 'vitest';
import { proxy } from '@/proxy';

const HERE = 'http://127.0.0.1:3000';

type Asked = { signedIn?: boolean; headers?: Record<string, string>; method?: string };

function ask(path: string, { signedIn = false, headers = {}, method = 'GET' }: Asked = {}) {
  const cookie: Record<string, string> = signedIn ? { cookie: 'rt_sign_in=anything' } : {};
  return proxy(new NextRequest(new URL(path, HERE), { method, headers: { ...headers, ...cookie } }));
}
const passed = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);

describe('the signed-out', () => {
  test('are led to sign in and back to where they wanted to go', () => {
    const response = ask('/programs/boston-2023/pairs?asOf=2023-05-03');
    expect(response.status).toBe(307);
    const to = new URL(response.headers.get('location') ?? '', HERE);
    expect(to.pathname).toBe('/sign-in');
    expect(to.searchParams.get('next')).toBe('/programs/boston-2023/pairs?asOf=2023-05-03');
  });

  test('reach the sign-in page itself, without going round', () => {
    for (const path of ['/sign-in', '/sign-in?next=/x', '/sign-in/forgot', '/invitations/abc']) {
      expect(ask(path).headers.get('location')).toBeNull();
    }
  });

  test('do not reach a page whose name only begins like an open one', () => {
    expect(ask('/sign-in-elsewhere').status).toBe(307);
  });

  test('are answered by the API and the health pages themselves', () => {
    for (const path of ['/api/v1/programs', '/api/health/live'])
      expect(ask(path).headers.get('location')).toBeNull();
  });
});

describe('T1 a request cannot talk the proxy out of its work', () => {
  test.each([
    ['x-middleware-subrequest', 'proxy:proxy:proxy:proxy:proxy'],
    ['rsc', '1'],
    ['next-router-prefetch', '1'],
    ['next-router-segment-prefetch', '/_tree'],
  ])('by the header %s', (name, value) => {
    expect(ask('/programs', { headers: { [name]: value } }).status).toBe(307);
  });

  test('by naming its own path or nonce', () => {
    const response = ask('/programs?_rsc=abc', {
      signedIn: true,
      headers: { 'x-roundtable-path': '//evil.example', 'x-nonce': 'known' },
    });
    expect(passed(response, 'x-roundtable-path')).toBe('/programs');
    expect(passed(response, 'x-nonce')).not.toBe('known');
  });
});

describe('every answer', () => {
  const policy = (response: Response) => response.headers.get('content-security-policy') ?? '';

  test('T23 allows scripts by a nonce only, a new one each time', () => {
    const [one, other] = [policy(ask('/', { signedIn: true })), policy(ask('/', { signedIn: true }))];
    const scripts = one.split('; ').find((part) => part.startsWith('script-src')) ?? '';
    expect(scripts).toMatch(/'nonce-[\w+/=]{16,}'/);
    expect(scripts).not.toMatch(/unsafe-(inline|eval)/);
    expect(one).not.toBe(other);
    expect(one).toContain("frame-ancestors 'none'");
  });

  test('T4 is kept by no cache, redirects included', () => {
    for (const response of [ask('/'), ask('/', { signedIn: true }), ask('/api/v1/programs')]) {
      expect(response.headers.get('cache-control')).toBe('private, no-store');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('asks for https again only where it came by https', () => {
    const strict = (headers: Record<string, string>) =>
      ask('/', { headers }).headers.get('strict-transport-security');
    expect(strict({})).toBeNull();
    expect(strict({ 'x-forwarded-proto': 'https' })).toContain('max-age=');
  });
});
