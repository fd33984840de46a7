import { describe, expect, it } from 'vitest';
import { askedOf, auditHref, factsOf, readAuditAddress } from './rules';

const ID = '11111111-1111-4111-8111-111111111111';
const NOTHING = { person: null, noun: null, pair: null, party: null, from: null, to: null, cursor: null };

describe('the address of the trail', () => {
  it('leaves out what cannot be meant, so that no address fails', () => {
    const wrong = {
      person: 'x',
      noun: 'pears',
      pair: ID.toUpperCase().replaceAll('1', 'G'),
      from: '2023-02-30',
    };
    expect(readAuditAddress({ ...wrong, to: '', role: 'admin' })).toEqual(NOTHING);
    expect(askedOf(readAuditAddress(wrong))).toEqual({});
  });

  it('takes the first of several values, and comes back as it was written', () => {
    const address = readAuditAddress({
      person: ID,
      noun: ['pair', 'token'],
      from: '2023-05-01',
      cursor: 'a+b/c=',
    });
    expect(address).toEqual({ ...NOTHING, person: ID, noun: 'pair', from: '2023-05-01', cursor: 'a+b/c=' });
    const { searchParams } = new URL(auditHref('/audit', address), 'http://localhost');
    expect(readAuditAddress(searchParams)).toEqual(address);
    expect(auditHref('/audit', readAuditAddress({}))).toBe('/audit');
  });
});

describe('what an entry shows', () => {
  it('is words and figures alone, no identifiers and nothing nested', () => {
    const detail = {
      name: '가람바이오',
      pairs: 2,
      investorId: ID,
      from: { a: 1 },
      to: 'signed',
      reason: 'undo',
    };
    expect(factsOf(detail)).toEqual({ name: '가람바이오', to: 'signed' });
    expect(factsOf(null)).toEqual({});
  });
});
