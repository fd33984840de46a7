import { readRequest } from './b2b/request';
import { runB2b } from './b2b/run';
import { main, Problem } from './problem';

/**
 * `npm run -s b2b -- FILE.dzn`: all meetings of a business-to-business event placed with the fewest breaks. Progress on
 * stderr; the last line of stdout is one JSON object, see `B2bLine`. Ctrl-C keeps the best so far. Exit code 2 when the
 * file or an option makes no sense.
 */
await main(async () => {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());
  try {
    const request = await readRequest(process.argv.slice(2));
    console.log(JSON.stringify(await runB2b(request, stopping.signal, (line) => console.error(line))));
    return 0;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(error.message);
    return 2;
  }
});
