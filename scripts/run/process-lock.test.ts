import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lockHolder, processStart, takeLock } from './process-lock.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'roundtable-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;
const freshLock = () => path.join(folder, `lock-${++made}`);

describe('a lock', () => {
  test('is taken once and says by whom', () => {
    const lock = freshLock();
    const first = takeLock(lock, { command: 'start' });
    expect(takeLock(lock, {}).holder).toMatchObject({ pid: process.pid, command: 'start' });
    first.release?.();
    expect(lockHolder(lock)).toBeNull();
    expect(takeLock(lock, {}).release).toBeTypeOf('function');
  });

  test('of a killed process stands in nobody’s way', async () => {
    const lock = freshLock();
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const started = processStart(child.pid ?? 0);
    writeFileSync(lock, JSON.stringify({ pid: child.pid, started }));
    expect(takeLock(lock, {}).holder?.pid).toBe(child.pid);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
    expect(takeLock(lock, {}).release).toBeTypeOf('function');
  });

  test('of a process whose number another one has got since stands in nobody’s way', () => {
    const lock = freshLock();
    writeFileSync(lock, JSON.stringify({ pid: process.pid, started: 'another boot 42' }));
    expect(takeLock(lock, {}).release).toBeTypeOf('function');
  });

  test('that was cut short in writing stands in nobody’s way, and nothing is left beside it', () => {
    const lock = freshLock();
    writeFileSync(lock, '{"pid":');
    expect(takeLock(lock, {}).release).toBeTypeOf('function');
    expect(readdirSync(folder).filter((name) => name.startsWith(`${path.basename(lock)}.`))).toEqual([]);
  });

  test('released by a process that no longer holds it stays with the new holder', () => {
    const lock = freshLock();
    const first = takeLock(lock, { turn: 1 });
    rmSync(lock);
    takeLock(lock, { turn: 2 });
    first.release?.();
    expect(lockHolder(lock)).toMatchObject({ turn: 2 });
  });
});
