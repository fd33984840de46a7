import { describe, expect, it } from 'vitest';
import type { ProgramEntry } from '@/lib/core/scope';
import { asOfOf, clocksAsked, listAsked, listSearchOf } from './list-address';

const program = { homeZone: 'Asia/Seoul' } as ProgramEntry;

describe('what an address asks a list for', () => {
  it('takes the named parameters and leaves out what cannot be meant', () => {
    const asked = {
      q: 'ㅁㄷ',
      asOf: '2023-02-30',
      archived: 'yes',
      cursor: ['a', 'b'],
      role: 'admin',
      sector: '',
    };
    expect(listAsked(asked, ['q', 'asOf', 'archived', 'cursor', 'sector'])).toEqual({
      q: 'ㅁㄷ',
      cursor: 'a',
    });
    expect(listAsked({ asOf: '2023-05-03', archived: 'only' }, ['asOf', 'archived'])).toEqual({
      asOf: '2023-05-03',
      archived: 'only',
    });
  });

  it('T36 takes the second clock as a day, or as the day of the first one', () => {
    const known = (asked: Record<string, string>) => listAsked(asked, ['asOf', 'knownOn']).knownOn;
    expect(known({ asOf: '2023-05-03', knownOn: '2023-05-10' })).toBe('2023-05-10');
    expect(known({ asOf: '2023-05-03', knownOn: 'then' })).toBe('2023-05-03');
    expect(known({ knownOn: 'then' })).toBeUndefined();
    expect(known({ asOf: '2023-05-03', knownOn: 'soon' })).toBeUndefined();
    expect(clocksAsked({ asOf: '2023-05-03', knownOn: '2023-05-10', q: 'a' })).toEqual({
      asOf: '2023-05-03',
      knownOn: '2023-05-10',
    });
    expect(clocksAsked({ q: 'a' })).toEqual({});
  });

  it('writes an address, or nothing', () => {
    expect(listSearchOf({})).toBe('');
    expect(listSearchOf({ q: 'a b', archived: 'only' })).toBe('?q=a+b&archived=only');
  });

  it('T36 knows today by the home zone, not by the machine', () => {
    const late = new Date('2023-05-03T15:30:00Z');
    expect(asOfOf(program, {}, late, 'ko')).toMatchObject({
      value: '2023-05-04',
      today: '2023-05-04',
    });
    expect(asOfOf(program, { asOf: '2023-05-03' }, late, 'en')).toMatchObject({
      value: '2023-05-03',
      text: '3 May 2023',
    });
  });
});
