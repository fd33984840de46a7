import { describe, expect, test } from 'vitest';
import { setRulesInput } from '@/lib/timetable/schema';
import { rulesInput, rulesValues } from './rules-values';

const none = {
  startupFloor: 0,
  investorFloor: 0,
  startupMax: null,
  investorMax: null,
  startupRestAfter: null,
  investorRestAfter: null,
  tablesAtOnce: null,
  bufferMinutes: 0,
  version: 0,
};
const some = { ...none, startupFloor: 8, investorMax: 6, startupRestAfter: 3, bufferMinutes: 10, version: 2 };

describe('rules in a form', () => {
  test('come back as they were, and as the command takes them', () => {
    for (const rules of [none, some]) {
      const { version, ...fields } = rules;
      expect(rulesInput(rulesValues(rules))).toEqual(fields);
      const input = { stage: 'main_session', version, ...rulesInput(rulesValues(rules)) };
      expect(setRulesInput.safeParse(input).success).toBe(true);
    }
  });

  test('are empty where nothing is asked for', () => {
    expect(new Set(Object.values(rulesValues(none)))).toEqual(new Set(['']));
  });

  test('keep what is no number, so that the field can say so', () => {
    const input = rulesInput({ ...rulesValues(none), startupMax: '1e', tablesAtOnce: ' 7 ' });
    expect([input.startupMax, input.tablesAtOnce]).toEqual(['1e', 7]);
  });

  test('7.16 read counts as people type and paste them, and never another number', () => {
    const input = rulesInput({
      ...rulesValues(none),
      ...{ startupMax: '１０', tablesAtOnce: '1,000', investorMax: '1,5', startupRestAfter: '0x10' },
      investorRestAfter: '1e2',
    });
    expect(input).toMatchObject({
      ...{ startupMax: 10, tablesAtOnce: 1000, investorMax: '1,5', startupRestAfter: '0x10' },
      investorRestAfter: '1e2',
    });
  });
});
