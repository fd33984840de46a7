import { NextIntlClientProvider } from 'next-intl';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { pairFilter } from '@/lib/pair/schema';
import { CATALOGUE } from '@/lib/platform/catalogue';
import { FILTER_KEYS, filterOf, isFiltered, queryOf, readAddress, readFilter } from './address';
import { FilterPanel } from './filter-panel';
import { chipsOf, type FilterWords } from './filter-words';

const words: FilterWords = {
  stage: (key) => `stage ${key}`,
  status: (key) => `status ${key}`,
  reason: (key) => `reason ${key}`,
  rung: (key) => `rung ${key}`,
  sector: (key) => `sector ${key}`,
  name: (id) => `name ${id.slice(0, 1)}`,
  interest: (key) => `interest ${key}`,
  amount: (text) => `amount ${text}`,
  nextMeeting: (key) => key,
  nextMeetingChip: (key) => `meets ${key}`,
  reached: (key) => `reached ${key}`,
  met: (key) => `met ${key}`,
  overdue: 'overdue',
  unscheduled: 'unscheduled',
};
const id = '11111111-1111-4111-8111-111111111111';

/** A value of every key that the list of pairs can be asked with. */
const EVERY: { [key in keyof typeof pairFilter]: string } = {
  q: 'ㅁㄷ',
  stage: 'follow_up,main_session',
  status: 'open',
  sector: 'ai',
  startup: id,
  investor: id,
  owner: id,
  rung: 'loi',
  reason: 'timing',
  interest: '4,none',
  amount: 'KRW:100-',
  nextMeeting: 'week',
  reached: 'main_session',
  met: 'pre_meeting',
  overdue: '1',
  unscheduled: '1',
};

test.each(Object.entries(EVERY))('7.31 what %s keeps is a chip that takes it away', (key, value) => {
  const address = readAddress({ [key]: value, asOf: '2023-05-03' });
  const chips = chipsOf(address, words);
  expect(chips).toHaveLength(value.split(',').length);
  const [first] = chips;
  if (first && chips.length === 1)
    expect(queryOf(filterOf({ ...address, ...first.without }))).toEqual({ asOf: '2023-05-03' });
});

test('7.31 the address knows every key that the list of pairs knows', () => {
  expect([...FILTER_KEYS].sort()).toEqual(Object.keys(pairFilter).sort());
});

test.each(FILTER_KEYS.filter((key) => key !== 'q'))('7.31 %s can be chosen in the filter', (key) => {
  const facets = {
    startups: ['a', 'b'].map((name) => ({
      id: name,
      name,
      nameEn: '',
      sector: name === 'a' ? 'ai' : 'robotics',
    })),
    investors: [{ id: 'c', name: 'c' }],
    people: [{ id: 'd', name: 'd', nameEn: '', startupId: null }],
  };
  const sectors = [
    { key: 'ai', label: 'AI' },
    { key: 'robotics', label: 'Robotics' },
  ];
  const panel = createElement(FilterPanel, {
    ...{
      facets,
      sectors,
      address: readFilter(''),
      counts: null,
      baseCurrency: 'KRW',
      change: () => undefined,
    },
  });
  const provider = {
    locale: 'en' as const,
    messages: CATALOGUE.en as never,
    timeZone: 'UTC',
    children: panel,
  };
  const html = renderToStaticMarkup(createElement(NextIntlClientProvider, provider));
  expect(html).toContain(`>${CATALOGUE.en.pair.pipeline.filter[key]}<`);
});

test('every chosen value is a chip, and pressing them all away leaves no filter', () => {
  let address = readAddress({ ...EVERY, asOf: '2023-05-03' });
  const chips = chipsOf(address, words);
  expect(chips).toHaveLength(18);
  expect(chips.map(({ label }) => label)).toContain('stage follow_up');
  for (let [chip] = chips; chip; [chip] = chipsOf(address, words)) address = { ...address, ...chip.without };
  expect(isFiltered(address)).toBe(false);
  expect(queryOf(filterOf(address))).toEqual({ asOf: '2023-05-03' });
});
