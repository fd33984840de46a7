import { benchApi } from './bench/api';
import { benchB2b } from './bench/b2b';
import { benchFunnel } from './bench/funnel';
import { benchPages } from './bench/pages';
import { benchSearch } from './bench/search';
import { benchTimetable } from './bench/timetable';
import { benchTransfer } from './bench/transfer';
import { main } from './problem';

const SUITES = {
  api: benchApi,
  funnel: benchFunnel,
  pages: benchPages,
  search: benchSearch,
  timetable: benchTimetable,
  transfer: benchTransfer,
  b2b: benchB2b,
} as const;

/**
 * `npm run bench [-- api|funnel|pages|search|timetable|transfer|b2b]`: one JSON object a line with the product's figure, the floor measured in the same
 * run where there is one, and their ratio. Times in milliseconds, sizes in bytes, throughput in requests a second. Words
 * behind a suite's name choose within it: `npm run bench -- timetable s15 growth`.
 */
await main(async () => {
  const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'));
  const print = (line: object) => console.log(JSON.stringify(line));
  const within = wanted.filter((word) => !(word in SUITES));
  for (const [name, run] of Object.entries(SUITES)) {
    if (wanted.length === 0 || wanted.includes(name)) await run(print, within);
  }
});
