import { expect, test } from 'vitest';
import type { ListedReport } from '@/lib/report/rules/frozen';
import { reportToTell } from './changed-notice';

const report = (number: number, asOf: string, changes: number) =>
  ({ number, asOf, changes }) as unknown as ListedReport;

test('7.35 a report that changed is told on every day: the one of the day first, and an older one beside unchanged newer ones', () => {
  const [third, second, first] = [
    report(3, '2023-11-30', 0),
    report(2, '2023-08-01', 1),
    report(1, '2023-05-03', 4),
  ];
  const told = (asOf: string) => reportToTell([third, second, first], asOf)?.number;
  expect([told('2023-05-03'), told('2023-08-01'), told('2023-11-30'), told('2026-11-30')]).toEqual([
    1, 2, 2, 2,
  ]);
  expect(reportToTell([third], '2023-11-30')).toBeNull();
  expect(reportToTell([], '2023-11-30')).toBeNull();
});
