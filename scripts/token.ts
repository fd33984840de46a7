import { ZodError } from 'zod';
import { isAppError } from '@/lib/core/errors';
import { issueToken } from '@/lib/token/commands';
import { accessField, DEFAULT_DAYS, daysField, MOST_DAYS } from '@/lib/token/schema';
import { visitDatabase } from './database/visit';
import { readOptions, required } from './options';
import { main, Problem } from './problem';

const USAGE =
  'npm run token -- --email you@example.org --name "what it is for" [--access read|write] [--days 90] [--programs boston-2023,…] [--assistant write]';

await main(async () => {
  const options = readOptions(['email', 'name', 'access', 'days', 'programs', 'assistant'], USAGE);
  const email = required(options.email, 'email', USAGE);
  const name = required(options.name, 'name', USAGE);
  const access = accessField.safeParse(options.access ?? 'write');
  if (!access.success) throw new Problem('--access takes read or write.');
  const days = daysField.safeParse(Number(options.days ?? DEFAULT_DAYS));
  if (!days.success) throw new Problem(`--days takes a whole number from 1 to ${MOST_DAYS}.`);
  const programs =
    options.programs
      ?.split(',')
      .map((slug) => slug.trim())
      .filter(Boolean) ?? [];
  if (options.programs !== undefined && programs.length === 0)
    throw new Problem('--programs takes the short names of programs, such as boston-2023.');
  if (options.assistant !== undefined && options.assistant !== 'write')
    throw new Problem('--assistant takes write: without it an assistant reads alone.');
  const assistantWrites = options.assistant === 'write';
  const wanted = { name, access: access.data, days: days.data, programs, assistantWrites };
  const token = await visitDatabase('token', async () => issueToken(email, wanted)).catch((error: unknown) =>
    explain(error, email),
  );
  const where = programs.length > 0 ? `in ${programs.join(', ')} ` : '';
  const what = access.data === 'read' ? 'read' : 'do';
  console.error(
    `This token may ${what} what ${email} may ${where}for ${days.data} days. It is shown this once:`,
  );
  console.log(token);
  return 0;
});

function explain(error: unknown, email: string): never {
  if (error instanceof ZodError) {
    throw new Problem('--email takes an e-mail address and --name a text of at most 80 characters.');
  }
  if (isAppError(error) && error.code === 'not_found')
    throw new Problem(
      error.message.startsWith('program')
        ? `${email} has no ${error.message}.`
        : `Nobody here has the address ${email}.`,
    );
  throw error;
}
