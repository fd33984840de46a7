import { describe, expect, test } from 'vitest';
import { addressInUse, readsStartup, startupProblem, stillShuttingDown } from './server-log';

const problem = (log: string) => startupProblem(log, { directory: '/data/postgres' })?.message ?? null;

describe('why PostgreSQL ended at once', () => {
  test.each([
    [
      'FATAL:  could not write to file "x": No space left on device',
      /no space left for the database in \/data\/postgres/,
    ],
    ['initdb: error: could not create directory "x": Disk quota exceeded', /no space left/],
    ['FATAL:  database files are incompatible with server', /made by another version of PostgreSQL/],
    ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', /too little shared memory/],
    [
      'FATAL:  could not open file "x": Permission denied',
      /may not use \/data\/postgres: could not open file "x": Permission denied/,
    ],
  ])('%s', (log, sentence) => {
    expect(problem(log)).toMatch(sentence);
  });

  test('an unknown reason is left to be read', () => {
    const log =
      '2026-11-23 UTC [7] LOG:  starting\n2026-11-23 UTC [7] FATAL:  the moon is full\n2026 LOG:  shut down';
    expect(problem(log)).toBeNull();
    expect(readsStartup(log)).toBe('the moon is full');
  });

  test('a taken port and a predecessor that has not gone are tried again, not told', () => {
    expect(addressInUse('LOG:  could not bind IPv4 address "127.0.0.1": Address already in use')).toBe(true);
    expect(stillShuttingDown('FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use')).toBe(
      true,
    );
  });
});
