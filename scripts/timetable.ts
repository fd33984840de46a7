import { main } from './problem';
import { isBadInput, sentenceFor } from './timetable/read';
import { repairTimetable } from './timetable/repair';
import { printSchema } from './timetable/schema';
import { solveTimetable } from './timetable/solve';
import { verifyTimetable } from './timetable/verify';

const COMMANDS: Record<string, (args: string[]) => Promise<number>> = {
  verify: verifyTimetable,
  repair: repairTimetable,
  schema: printSchema,
};

/**
 * `npm run -s timetable -- FILE --seconds 10 [--seed 1]`, `-- verify FILE ANSWER`, `-- repair FILE ANSWER CHANGE`,
 * `-- schema`; see docs/timetable-format.md. Exits with 2 and one sentence for input that makes no sense.
 */
await main(async () => {
  const [name = '', ...rest] = process.argv.slice(2);
  const command = COMMANDS[name];
  try {
    return await (command ? command(rest) : solveTimetable(process.argv.slice(2)));
  } catch (error) {
    if (!isBadInput(error)) throw error;
    console.error(sentenceFor(error));
    return 2;
  }
});
