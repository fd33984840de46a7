import type { Sum } from '@/lib/amount/rules';
import { publishReport } from '@/lib/report/commands';
import { at, SEOUL } from './calendar';
import type { Cohort } from './cohort';
import type { Deed } from './telling';

/** What the office told the press: five days after the event, in August, and at the end of November. */
const PUBLISHED: readonly (readonly [on: string, time: string, sum: Sum, note: string])[] = [
  ['2023-05-03', '17:00', 'discussed', '행사 결과 보도자료'],
  ['2023-08-01', '17:30', 'intended', '상반기 점검 보고'],
  ['2023-11-30', '18:00', 'paid', '연말 성과 보고'],
];

export function reportDeeds(cohort: Cohort): Deed[] {
  return PUBLISHED.map(([asOf, time, sum, note]) => ({
    at: at(asOf, time, SEOUL),
    tell: (teller) => teller.as(cohort.officer, publishReport, { asOf, sum, note }),
  }));
}
