import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sendQueuedMails } from '@/lib/platform/mail-queue';

/** The mails to one address that are kept in the outbox of a folder (DATA_DIR), after sending what waits. */
export async function sentTo(folder: string, email: string): Promise<string[]> {
  await sendQueuedMails();
  const outbox = path.join(folder, 'outbox');
  const files = await readdir(outbox);
  const mails = await Promise.all(files.map((file) => readFile(path.join(outbox, file), 'utf8')));
  return mails.filter((mail) => mail.includes(`<${email}>`));
}
