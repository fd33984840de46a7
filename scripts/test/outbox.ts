import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import { outboxFolder } from '@/lib/platform/mail';
import { sendQueuedMails } from '@/lib/platform/mail-queue';

/** The mails of this test file alone: they are kept in a folder of its own (DATA_DIR) while its tests run. */
export function ownOutbox() {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'outbox-'));
    vi.stubEnv('DATA_DIR', folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** What was sent, the oldest first. */
  async function sent(): Promise<string[]> {
    const files = await readdir(outboxFolder()).catch(() => []);
    return Promise.all(files.sort().map((file) => readFile(path.join(outboxFolder(), file), 'utf8')));
  }
  /** The same, after sending what waits. */
  async function mails(): Promise<string[]> {
    await sendQueuedMails();
    return sent();
  }
  return {
    sent,
    mails,
    mailsTo: async (email: string) => (await mails()).filter((mail) => mail.includes(`<${email}>`)),
    clear: () => rm(outboxFolder(), { recursive: true, force: true }),
  };
}
