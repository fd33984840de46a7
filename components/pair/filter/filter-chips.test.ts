import { expect, test } from 'vitest';
import { filterOf, isFiltered, queryOf, readAddress } from './address';
import { chipsOf, type FilterWords } from './filter-chips';

const words: FilterWords = {
  stage: (key) => `stage ${key}`,
  status: (key) => `status ${key}`,
  reason: (key) => `reason ${key}`,
  rung: (key) => `rung ${key}`,
  sector: (key) => `sector ${key}`,
  name: (id) => `name ${id.slice(0, 1)}`,
  reached: (key) => `reached ${key}`,
  met: (key) => `met ${key}`,
  overdue: 'overdue',
};
const id = '11111111-1111-4111-8111-111111111111';

test('every chosen value is a chip, and pressing them all away leaves no filter', () => {
  let address = readAddress({
    q: 'ㅁㄷ',
    stage: 'follow_up,main_session',
    status: 'open',
    sector: 'ai',
    startup: id,
    investor: id,
    owner: id,
    rung: 'loi',
    reason: 'timing',
    reached: 'main_session',
    met: 'pre_meeting',
    overdue: '1',
    asOf: '2023-05-03',
  });
  const chips = chipsOf(address, words);
  expect(chips).toHaveLength(13);
  expect(chips.map(({ label }) => label)).toContain('stage follow_up');
  for (let [chip] = chips; chip; [chip] = chipsOf(address, words)) address = { ...address, ...chip.without };
  expect(isFiltered(address)).toBe(false);
  expect(queryOf(filterOf(address))).toEqual({ asOf: '2023-05-03' });
});
