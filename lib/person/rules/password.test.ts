import { describe, expect, it } from 'vitest';
import { refusalsOfPassword } from './password';

const reasons = (password: string, email = 'haram@ministry.example') =>
  refusalsOfPassword(password, { email }).map(({ reason }) => reason);

describe('a new password', () => {
  it('has ten characters as people count them, in any script', () => {
    expect(reasons('abcd efgh')).toEqual(['password_short']);
    expect(reasons('abcd efghi')).toEqual([]);
    expect(reasons('가을 하늘 아래 커피')).toEqual([]);
    expect(reasons('가나다라마'.normalize('NFD'))).toEqual(['password_short']);
  });

  it('is not one that everybody types, in whatever case and with whatever signs', () => {
    for (const common of [
      'Password-1234',
      'qwertyuiop',
      '1234567890',
      'Q1w2e3r4t5',
      '비밀번호 1234 .',
      'PASSWORD 123',
    ]) {
      expect([common, reasons(common)]).toEqual([common, ['password_common']]);
    }
  });

  it('is more than a few letters over and over', () => {
    expect(reasons('aaaaaaaaaaaa')).toEqual(['password_common']);
    expect(reasons('abcdabcdabcd')).toEqual(['password_common']);
  });

  it('is not the account itself', () => {
    expect(reasons('Haram@Ministry.example')).toEqual(['password_is_account']);
    expect(reasons('yun.haram-2', 'yunharam2@ministry.example')).toEqual(['password_is_account']);
  });
});
