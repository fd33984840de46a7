import { type Finding, fuzz } from '@/e2e/access/fuzz/run';
import { readOptions, wholeNumber } from './options';
import { main } from './problem';
import { ensureBuilt } from './serve/build';
import { ROOT } from './serve/settings';
import { sharedDatabases } from './test/database-server';

const USAGE = 'npm run fuzz -- --count 20000 --seed 1';

/** Tells each fault as a line of JSON; the last line is the sum. Exit code 1 when there is a fault. */
await main(async () => {
  const options = readOptions(['count', 'seed'], USAGE);
  const count = wholeNumber(options.count ?? '2000', 'count', USAGE);
  const seed = wholeNumber(options.seed ?? '1', 'seed', USAGE);
  await ensureBuilt(ROOT, console.error);
  const databases = await sharedDatabases();
  try {
    const { requests, statuses, findings } = await fuzz({ databases: databases.url, count, seed }, tell);
    console.log(JSON.stringify({ requests, seed, statuses, faults: findings.length }));
    return findings.length === 0 ? 0 : 1;
  } finally {
    await databases.stop();
  }
});

function tell({ number, who, asked, status, faults }: Finding): void {
  const { method, path, body, headers } = asked;
  const { cookie: _, ...others } = headers;
  console.log(
    JSON.stringify({
      number,
      who,
      method,
      path: path.slice(0, 300),
      headers: others,
      body: body?.slice(0, 600),
      status,
      faults,
    }),
  );
}
