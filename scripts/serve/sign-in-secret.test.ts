import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sharedSecret } from '@/lib/platform/secret';
import { signInSecret } from './sign-in-secret';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'roundtable-secret-'));
  vi.stubEnv('NEXTAUTH_SECRET', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true, force: true });
});

const file = () => path.join(dataDir, 'sign-in-secret');

test('T8 the secret is made at the first start, for its owner alone, and found by the next', () => {
  const secret = signInSecret({ dataDir, databaseUrl: undefined });
  expect(secret.length).toBeGreaterThanOrEqual(44);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(signInSecret({ dataDir, databaseUrl: undefined })).toBe(secret);
  expect(readFileSync(file(), 'utf8').trim()).toBe(secret);
  expect(readdirSync(dataDir)).toEqual(['sign-in-secret']);
});

test('T8 a file without a secret is told, not replaced', () => {
  writeFileSync(file(), '');
  expect(() => signInSecret({ dataDir, databaseUrl: undefined })).toThrow(/holds no secret/);
  expect(readFileSync(file(), 'utf8')).toBe('');
});

test('T8 with an outside database it has to be in the environment', () => {
  const databaseUrl = 'postgresql://owner@db/roundtable';
  expect(() => signInSecret({ dataDir, databaseUrl })).toThrow(/needs NEXTAUTH_SECRET/);
  expect(readdirSync(dataDir)).toEqual([]);
  vi.stubEnv('NEXTAUTH_SECRET', 'short');
  expect(() => signInSecret({ dataDir, databaseUrl })).toThrow(/NEXTAUTH_SECRET is not usable/);
  vi.stubEnv('NEXTAUTH_SECRET', 's'.repeat(32));
  expect(signInSecret({ dataDir, databaseUrl })).toBe('s'.repeat(32));
});

test('T8 nothing that needs the secret goes on without one', () => {
  expect(() => sharedSecret()).toThrow(/NEXTAUTH_SECRET/);
});
