import { expect, test } from 'vitest';
import { filterOptions, matchAnywhere } from '@/components/ui/combobox-filter';
import { currentZones } from '@/lib/core/zones';
import { zoneOptions } from './zone-options';

test.each([
  ['lon', 'Europe/London', 'Arctic/Longyearbyen'],
  ['ber', 'Europe/Berlin', 'Atlantic/Bermuda'],
])('7.39 %s finds %s before %s', (typed, wellKnown, other) => {
  const found = filterOptions(zoneOptions(), typed, matchAnywhere, 500).shown.map(({ value }) => value);
  expect(found).toContain(other);
  expect(found[0]).toBe(wellKnown);
});

test('each zone is offered once', () => {
  expect(
    zoneOptions()
      .map(({ value }) => value)
      .sort(),
  ).toEqual([...currentZones()].sort());
});
