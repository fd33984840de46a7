import { expect, test } from 'vitest';
import { funnelFilter } from '@/lib/funnel/schema';
import { funnelChips, funnelHref, NO_FILTER, readFunnelAddress } from './address';

const id = (n: number) => `1111111${n}-1111-4111-8111-111111111111`;

test.each(Object.keys(funnelFilter))('7.31 a funnel narrowed by %s has a chip for each value', (key) => {
  const values = key === 'sector' ? ['ai', 'robotics'] : [id(1), id(2)];
  const address = readFunnelAddress({ asOf: '2023-05-03', [key]: values.join(',') });
  const chips = funnelChips('boston-2023', address, {}, (_, value) => value);
  expect(chips.map(({ label }) => label)).toEqual(values);
  expect(chips[0]?.href).toBe(`/programs/boston-2023/funnel?asOf=2023-05-03&${key}=${values[1]}`);
  const cleared = funnelHref('boston-2023', { ...address, ...NO_FILTER });
  expect(cleared).toBe('/programs/boston-2023/funnel?asOf=2023-05-03');
});

test('7.31 pairs without an owner are a chip too', () => {
  const address = readFunnelAddress({ owner: 'none' });
  const [chip] = funnelChips('boston-2023', address, {}, (_, value) => value);
  expect(chip).toMatchObject({ label: 'none', href: '/programs/boston-2023/funnel' });
});
