import { main } from './problem';
import { addCounts, type Count } from './test/counts';
import { STEPS } from './test/steps';

/** All steps run, also behind a failed one; the last line is their sum. */
await main(async () => {
  const told: string[] = [];
  const counts: Count[] = [];
  for (const { name, run } of STEPS) {
    console.log(`\n— ${name}`);
    const began = performance.now();
    const count = await run();
    counts.push(count);
    const seconds = Math.round((performance.now() - began) / 1000);
    told.push(`${name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`);
  }
  const { passed, failed } = addCounts(counts);
  console.log(`\n${told.join('\n')}\n\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
