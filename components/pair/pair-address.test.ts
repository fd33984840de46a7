import { describe, expect, it } from 'vitest';
import { listParams, pairAddress, pairsAddress } from './pair-address';

describe('addresses of pairs', () => {
  it('carry the whole list on, so that back and onward show the same', () => {
    const query = { view: 'table', stage: 'follow_up', q: 'a&b', asOf: undefined, sort: '' };
    expect(pairAddress('boston-2023', 'p1', query)).toBe(
      '/programs/boston-2023/pairs/p1?view=table&q=a%26b&stage=follow_up',
    );
    expect(pairsAddress('boston-2023', { sector: ['ai', 'other'] })).toBe(
      '/programs/boston-2023/pairs?sector=ai,other',
    );
    expect(pairAddress('boston-2023', 'p1')).toBe('/programs/boston-2023/pairs/p1');
  });

  it('give to the list what it understands, and leave the rest of the screen aside', () => {
    const query = { view: 'table', columns: 'a,b', stage: 'follow_up', sort: '-amount', asOf: '2023-05-03' };
    expect(listParams(query)).toEqual({ stage: 'follow_up', sort: '-amount', asOf: '2023-05-03' });
    expect(listParams({ sort: 'colour', stage: ['a', 'b'] })).toEqual({});
    const then = { asOf: '2023-05-03', knownOn: 'then' };
    expect(listParams(then)).toEqual({ asOf: '2023-05-03', knownOn: '2023-05-03' });
    expect(listParams({ knownOn: 'then' })).toEqual({});
  });
});
