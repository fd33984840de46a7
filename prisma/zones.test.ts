import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentZones, timeInZone } from '@/lib/core/zones';
import { withClient } from '@/scripts/database/connection';
import { createTestDatabase, type TestDatabase } from '@/scripts/database/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('empty');
});
afterAll(() => database.drop());

test('7.15 the database knows every zone that can be chosen, and reads the same clocks', async () => {
  const at = new Date('2026-07-01T12:00:00Z');
  const { rows } = await withClient(database.ownerUrl, (client) =>
    client.query<{ zone: string; time: string }>(
      `select z as zone, to_char($2::timestamptz at time zone z, 'HH24:MI') as time from unnest($1::text[]) z`,
      [currentZones(), at],
    ),
  );
  expect(rows).toEqual(currentZones().map((zone) => ({ zone, time: timeInZone(at, zone) })));
});
