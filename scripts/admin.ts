import { ZodError } from 'zod';
import { inviteAdmin } from '@/lib/invitation/commands/invite-admin';
import { visitDatabase } from './database/visit';
import { readOptions, required } from './options';
import { main, Problem } from './problem';

const USAGE =
  'npm run admin -- --email you@example.org [--name "Your Name"] [--name-en "Name in Latin letters"]';

await main(async () => {
  const options = readOptions(['email', 'name', 'name-en'], USAGE);
  const email = required(options.email, 'email', USAGE);
  const link = await visitDatabase('admin', async (address) => {
    const named = { name: options.name, nameEn: options['name-en'] };
    return new URL(await inviteAdmin(email, named), address).href;
  }).catch((error: unknown) => {
    throw error instanceof ZodError ? new Problem(`"${email}" is not an e-mail address.`) : error;
  });
  console.log(`${email} becomes an administrator by this link, which works once and for 14 days:\n${link}`);
  return 0;
});
