import { typedWhole } from '@/lib/core/number-input';
import type { TimetableRules } from '@/lib/timetable/schema/stage';

/** The rules as a form holds them; an empty text is no limit. */
export type RulesValues = Record<Exclude<keyof TimetableRules, 'version'>, string>;
export type RulesField = keyof RulesValues;

/** Fields that are 0 where nothing is asked for; of the others nothing means no limit. */
const ZERO_IS_NONE = ['startupFloor', 'investorFloor', 'bufferMinutes'] as const;
export const RULES_FIELDS = [
  'startupFloor',
  'investorFloor',
  'startupMax',
  'investorMax',
  'startupRestAfter',
  'investorRestAfter',
  'tablesAtOnce',
  'bufferMinutes',
] as const satisfies readonly RulesField[];

export function rulesValues(rules: TimetableRules): RulesValues {
  const text = (field: RulesField) => {
    const value = rules[field];
    return value === null || value === 0 ? '' : String(value);
  };
  return Object.fromEntries(RULES_FIELDS.map((field) => [field, text(field)])) as RulesValues;
}

/** What is no number is sent as it was typed and refused at its field. */
export function rulesInput(values: RulesValues): Omit<TimetableRules, 'version'> {
  const read = (field: RulesField) => {
    return typedWhole(values[field]) ?? (ZERO_IS_NONE.some((each) => each === field) ? 0 : null);
  };
  return Object.fromEntries(RULES_FIELDS.map((field) => [field, read(field)])) as never;
}
