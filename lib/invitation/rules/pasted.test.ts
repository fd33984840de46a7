import { describe, expect, it } from 'vitest';
import { readPasted, type WordsToKnow } from './pasted';

const known: WordsToKnow = {
  roles: [
    { role: 'startup', words: ['Startup', '참가기업'] },
    { role: 'manager', words: ['Manager', '관리자'] },
  ],
  startups: [{ id: 's1', names: ['가람바이오', 'Garam Bio'] }],
};
const nobody = { email: '', name: '', nameEn: '', role: '', startupId: '' };

describe('a pasted list of people', () => {
  it('is read from a sheet, whatever the order of its columns, without its headings', () => {
    const sheet =
      '이름\t이메일\t역할\t참가기업\n김하나\thana@example.com\t참가기업\t가람바이오\n윤하람\tharam@example.com\t관리자\t';
    expect(readPasted(sheet, known)).toEqual([
      { ...nobody, name: '김하나', email: 'hana@example.com', role: 'startup', startupId: 's1' },
      { ...nobody, name: '윤하람', email: 'haram@example.com', role: 'manager' },
    ]);
  });

  it('is read from a mail, with commas or semicolons, and a name in both scripts', () => {
    expect(readPasted('김하나 <hana@example.com>; Hana Kim; garam bio', known)).toEqual([
      { name: '김하나', nameEn: 'Hana Kim', email: 'hana@example.com', role: 'startup', startupId: 's1' },
    ]);
    expect(readPasted('a@example.com,"Dana"\r\n\r\nb@example.com', known)).toEqual([
      { ...nobody, email: 'a@example.com', name: 'Dana' },
      { ...nobody, email: 'b@example.com' },
    ]);
  });

  it('keeps a line without an address, so that it is seen; Hangul that macOS wrote is composed', () => {
    expect(readPasted('김하나'.normalize('NFD'), known)).toEqual([{ ...nobody, name: '김하나' }]);
    expect(readPasted('', known)).toEqual([]);
  });
});
