import { describe, expect, test } from 'vitest';
import { connectionSentence, requireDatabase } from './outside';
import { createTestDatabase } from './test-database';

const URL = 'postgresql://owner:hunter2@db.example:6432/round';
const error = (code: string, message = code) => Object.assign(new Error(message), { code });
const sentence = (cause: unknown) => connectionSentence('DATABASE_URL', URL, cause);

describe('why a database cannot be used', () => {
  test.each([
    ['ECONNREFUSED', /No database answers at db\.example:6432/],
    ['ENOTFOUND', /"db\.example" of DATABASE_URL is not known/],
    ['28P01', /refuses the password of "owner"; correct DATABASE_URL/],
    ['3D000', /database "round" does not exist/],
    ['53300', /no connection left/],
    ['ETIMEDOUT', /does not answer in time/],
  ])('%s is one sentence without the password', (code, words) => {
    expect(sentence(error(code))).toMatch(words);
    expect(sentence(error(code))).not.toMatch(/hunter2|\n/);
  });

  test('both addresses of localhost refusing is told once', () => {
    const both = new AggregateError([error('ECONNREFUSED'), error('ECONNREFUSED')]);
    expect(sentence(both)).toMatch(/^No database answers at/);
  });

  test('an unknown reason keeps the words of the driver', () => {
    expect(sentence(new Error('The server does not support SSL connections.'))).toBe(
      'The database at db.example:6432 cannot be used: The server does not support SSL connections.',
    );
  });

  test('a real PostgreSQL of today is taken, a wrong password and a missing database are refused', async () => {
    const { ownerUrl, drop } = await createTestDatabase('empty');
    await expect(requireDatabase('DATABASE_URL', ownerUrl)).resolves.toBeUndefined();
    const wrong = ownerUrl.replace('throwaway@', 'mistyped@');
    await expect(requireDatabase('DATABASE_URL', wrong)).rejects.toThrow(
      /refuses the password of "postgres"/,
    );
    await expect(requireDatabase('DATABASE_URL', `${ownerUrl}_not`)).rejects.toThrow(/_not" does not exist/);
    await drop();
    await expect(requireDatabase('DATABASE_URL', 'postgresql://a@127.0.0.1:1/b')).rejects.toThrow(
      /No database/,
    );
  });
});
