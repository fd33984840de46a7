import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isLoopback, portSentence } from './ports';
import { localAddress, ROOT, readSettings } from './settings';

beforeEach(() => {
  for (const name of ['HOST', 'PORT', 'APP_URL', 'DATA_DIR', 'DATABASE_URL', 'DATABASE_APP_URL'])
    vi.stubEnv(name, '');
});
afterEach(() => vi.unstubAllEnvs());

const settings = (env: { [name: string]: string | undefined }) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  return readSettings();
};

describe('the settings of a start', () => {
  test('are private and at localhost without any', () => {
    expect(settings({})).toMatchObject({ address: 'http://localhost:3000', isPrivate: true });
  });

  test.each([
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: '192.168.1.5' },
    { APP_URL: 'https://roundtable.example' },
  ])('are not private with %o, so that no sample account exists there', (env) => {
    expect(settings(env).isPrivate).toBe(false);
  });

  test('7.1 of a public start are never private, and need the address that people type', () => {
    expect(() => readSettings({ isPublic: true })).toThrow(/needs APP_URL/);
    for (const address of ['http://localhost:3000', 'https://roundtable.example']) {
      vi.stubEnv('APP_URL', address);
      expect(readSettings({ isPublic: true }).isPrivate).toBe(false);
    }
  });

  test.each(['docs/deploy/roundtable.service', 'Dockerfile'])('7.1 %s starts as a public one', (file) => {
    const start = readFileSync(path.join(ROOT, file), 'utf8').match(/^(ExecStart|CMD).*$/m)?.[0];
    expect(start).toMatch(/start\W+--public/);
  });

  test('stop at the first bad variable', () => {
    expect(() => settings({ PORT: 'ninety' })).toThrow(/PORT is not usable/);
  });

  test.each([
    ['0.0.0.0', 'http://127.0.0.1:80'],
    ['::', 'http://[::1]:80'],
    ['::1', 'http://[::1]:80'],
    ['roundtable.local', 'http://roundtable.local:80'],
  ])('listening on %s the server is reached at %s', (host, address) => {
    expect(localAddress({ host, port: 80 })).toBe(address);
  });
});

test.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['::1', true],
  ['localhost', true],
  ['127.0.0.1.example.org', false],
  ['128.0.0.1', false],
])('%s is loopback: %s', (host, is) => {
  expect(isLoopback(host)).toBe(is);
});

test.each([
  ['EADDRINUSE', /Port 3000 is taken/],
  ['EACCES', /Port 3000 is reserved/],
  ['EADDRNOTAVAIL', /HOST=h is no address/],
  ['EWEIRD', /cannot listen on h:3000 \(EWEIRD\)/],
])('%s is one sentence', (code, sentence) => {
  expect(portSentence('h', 3000, code)).toMatch(sentence);
});
