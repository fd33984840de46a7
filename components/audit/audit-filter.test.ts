import { expect, test } from 'vitest';
import { readAuditAddress } from '@/lib/audit/rules';
import { listAuditInput } from '@/lib/audit/schema';
import { auditChips } from './audit-filter';

const id = '11111111-1111-4111-8111-111111111111';
const label = (value: string) => value;
const words = { person: label, noun: label, pair: label, party: label, from: label, to: label };
const values: Record<string, string> = {
  person: id,
  pair: id,
  party: id,
  noun: 'pair',
  from: '2023-05-01',
  to: '2023-05-03',
};
const NO_FILTER = ['limit', 'cursor'];

test.each(Object.keys(listAuditInput.shape).filter((key) => !NO_FILTER.includes(key)))(
  '7.31 a trail narrowed by %s has a chip that takes it away',
  (key) => {
    const address = readAuditAddress({ [key]: values[key], cursor: 'next' });
    expect(auditChips('/audit', address, words)).toEqual([{ key, label: values[key], href: '/audit' }]);
  },
);
