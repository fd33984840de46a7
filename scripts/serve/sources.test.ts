import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sourceHash } from './sources';

const root = mkdtempSync(path.join(tmpdir(), 'roundtable-sources-'));
const write = (file: string, text: string) => writeFileSync(path.join(root, file), text);

beforeAll(() => {
  for (const folder of ['app', 'components', 'lib', 'messages', 'prisma/migrations', 'public']) {
    mkdirSync(path.join(root, folder), { recursive: true });
  }
  write('app/page.tsx', 'one');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a build is stale after a changed, a new and a renamed source, and not after a touched one', () => {
  const first = sourceHash(root);
  utimesSync(path.join(root, 'app/page.tsx'), new Date(), new Date());
  expect(sourceHash(root)).toBe(first);
  const hashes = [first];
  for (const change of [
    () => write('app/page.tsx', 'two'),
    () => write('messages/ko.json', '{}'),
    () => write('proxy.ts', ''),
    () => write('package-lock.json', '{}'),
  ]) {
    change();
    expect(hashes).not.toContain(sourceHash(root));
    hashes.push(sourceHash(root));
  }
});

test('tests, migrations and what the build itself writes make no build stale', () => {
  const before = sourceHash(root);
  write('lib/rules.test.ts', 'x');
  write('prisma/migrations/migration.sql', 'x');
  write('next-env.d.ts', 'x');
  expect(sourceHash(root)).toBe(before);
});
