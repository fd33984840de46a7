import { afterEach, describe, expect, test, vi } from 'vitest';
import { env, environmentProblems } from './env';

afterEach(() => vi.unstubAllEnvs());

describe('the environment', () => {
  test('has a default for everything a first start needs', () => {
    for (const name of ['PORT', 'HOST', 'DATA_DIR', 'SAMPLE', 'LOG_LEVEL']) vi.stubEnv(name, '');
    expect([env.PORT, env.HOST, env.DATA_DIR, env.SAMPLE, env.LOG_LEVEL]).toEqual([
      3000,
      '127.0.0.1',
      '.data',
      false,
      'info',
    ]);
    expect(environmentProblems()).toEqual([]);
  });

  test('names the variable and not its value when the value is bad', () => {
    vi.stubEnv('DATABASE_URL', 'mysql://owner:hunter2@db/roundtable');
    expect(environmentProblems()).toEqual([
      'The environment variable DATABASE_URL is not usable: must be a postgresql:// address.',
    ]);
    expect(() => env.DATABASE_URL).toThrow(/DATABASE_URL is not usable/);
  });

  test.each(['0', '65536', '80.5', 'http'])('takes %s for no port', (port) => {
    vi.stubEnv('PORT', port);
    expect(environmentProblems()).toHaveLength(1);
  });

  test('keeps sample accounts away unless SAMPLE is exactly 1', () => {
    vi.stubEnv('SAMPLE', 'true');
    expect(() => env.SAMPLE).toThrow(/SAMPLE/);
    vi.stubEnv('SAMPLE', '1');
    expect(env.SAMPLE).toBe(true);
  });

  test('gives links one slash, however the address was written', () => {
    vi.stubEnv('APP_URL', 'https://roundtable.example//');
    expect(env.APP_URL).toBe('https://roundtable.example');
  });
});
