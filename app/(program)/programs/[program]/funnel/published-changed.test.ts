import { expect, test } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { PublishedChanged } from './published-changed';

const as = (role: 'officer' | 'manager' | 'admin' | 'startup') =>
  ({ role, startupId: role === 'startup' ? 'own' : null }) as unknown as ProgramScope;

test('7.35 whoever defends the figure is told that it changed: officer, manager and admin, and no startup', () => {
  const told = (role: Parameters<typeof as>[0]) =>
    PublishedChanged({ scope: as(role), asOf: '2023-05-03' }) !== null;
  expect([told('officer'), told('manager'), told('admin'), told('startup')]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
