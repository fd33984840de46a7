import { expect, it } from 'vitest';
import { readFilter } from '@/components/pair/filter/address';
import { paramsOfShared, readProgramsAddress } from './programs-address';

const ID = '00000000-0000-4000-8000-000000000001';

it('carries what of a filter means the same in every program, and nothing that belongs to one', () => {
  const kept =
    'sector=ai,robotics&status=open&interest=5,none&amount=KRW:100-&reached=main_session&overdue=1';
  const own = `&startup=${ID}&investor=${ID}&owner=none&q=${encodeURIComponent('누리')}`;
  const params = paramsOfShared(readFilter(kept + own));
  expect(params).toEqual(Object.fromEntries(new URLSearchParams(kept)));
  const read = readProgramsAddress(new URLSearchParams({ ...params, program: 'boston-2023,singapore-2024' }));
  expect(read).toMatchObject({
    ...{ sector: ['ai', 'robotics'], status: ['open'], interest: ['5', 'none'], amount: 'KRW:100-' },
    ...{ reached: 'main_session', overdue: true, program: ['boston-2023', 'singapore-2024'] },
  });
});
