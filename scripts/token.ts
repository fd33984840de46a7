import { ZodError } from 'zod';
import { isAppError } from '@/lib/core/errors';
import { issueToken } from '@/lib/token/commands';
import { visitDatabase } from './database/visit';
import { readOptions, required } from './options';
import { main, Problem } from './problem';

const USAGE = 'npm run token -- --email you@example.org --name "what it is for"';

await main(async () => {
  const options = readOptions(['email', 'name'], USAGE);
  const email = required(options.email, 'email', USAGE);
  const name = required(options.name, 'name', USAGE);
  const token = await visitDatabase('token', async () => issueToken(email, name)).catch((error: unknown) =>
    explain(error, email),
  );
  console.error(`This token may do what ${email} may. It is shown this once:`);
  console.log(token);
  return 0;
});

function explain(error: unknown, email: string): never {
  if (error instanceof ZodError) {
    throw new Problem('--email takes an e-mail address and --name a text of at most 80 characters.');
  }
  if (isAppError(error) && error.code === 'not_found')
    throw new Problem(`Nobody here has the address ${email}.`);
  throw error;
}
