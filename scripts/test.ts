import { main } from './problem';
import { addCounts, type Count } from './test/counts';
import { serveDatabases } from './test/database-server';
import { STEPS } from './test/steps';

/** All steps run, also behind a failed one; the last line is their sum. */
await main(async () => {
  const databases = await serveDatabases();
  process.env.ROUNDTABLE_TEST_DATABASES = databases.url;
  const told: string[] = [];
  const counts: Count[] = [];
  for (const { name, run } of STEPS) {
    console.log(`\n— ${name}`);
    const began = performance.now();
    const count = await run();
    counts.push(count);
    const seconds = Math.round((performance.now() - began) / 1000);
    const again = count.secondTry ? `, ${count.secondTry} of them at the second try` : '';
    told.push(`${name}: ${count.passed} passed${again}, ${count.failed} failed (${seconds} s)`);
  }
  await databases.stop();
  const { passed, failed } = addCounts(counts);
  console.log(`\n${told.join('\n')}\n\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
