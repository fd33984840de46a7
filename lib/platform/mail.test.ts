import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressOf, sendMail } from './mail';

const ID = '0b0f6a8e-6a07-4a0c-8f5a-3f0a4f6d9f11';
const MAIL = {
  at: '2026-11-23T09:00:00.000Z',
  to: { name: '윤하람\r\nBcc: all@example.com', address: 'haram@example.com' },
  subject: '[라운드테이블] 초대\r\nBcc: all@example.com',
  text: '안녕하세요.\n\nhttp://localhost:3000/invitations/one',
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'outbox-'));
  vi.stubEnv('DATA_DIR', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function mailServer(): Promise<{
  url: string;
  mails: { to: string[]; source: string }[];
  stop: () => Promise<void>;
}> {
  const mails: { to: string[]; source: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, source: Buffer.concat(parts).toString('utf8') });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(resolve));
  return { url: `smtp://127.0.0.1:${port}`, mails, stop };
}

describe('a mail', () => {
  it('without SMTP becomes one readable file in the outbox, for the owner of the machine only', async () => {
    await sendMail(MAIL, ID);
    const [file = '', ...others] = await readdir(path.join(folder, 'outbox'));
    expect(others).toEqual([]);
    const text = await readFile(path.join(folder, 'outbox', file), 'utf8');
    const [head = '', body] = [text.slice(0, text.indexOf('\n\n')), text.slice(text.indexOf('\n\n') + 2)];
    expect(body).toBe(`${MAIL.text}\n`);
    expect(head.split('\n').map((line) => line.split(':')[0])).toEqual(['From', 'To', 'Subject', 'Date']);
    expect(head).toContain('Subject: [라운드테이블] 초대 Bcc: all@example.com');
    expect((await stat(path.join(folder, 'outbox', file))).mode & 0o077).toBe(0);
    expect((await stat(path.join(folder, 'outbox'))).mode & 0o077).toBe(0);
  });

  it('goes out by SMTP to its reader and to nobody that a name or subject smuggles in', async () => {
    const server = await mailServer();
    vi.stubEnv('SMTP_URL', server.url);
    vi.stubEnv('MAIL_FROM', 'Roundtable <office@example.com>');
    try {
      await sendMail(MAIL, ID);
      expect(server.mails.map(({ to }) => to)).toEqual([['haram@example.com']]);
      const source = server.mails[0]?.source ?? '';
      expect(source).toMatch(/^From: Roundtable <office@example.com>$/m);
      expect(source).not.toMatch(/^Bcc:/im);
      expect(source).toMatch(new RegExp(`^Message-ID: <${ID}@localhost>$`, 'm'));
      expect(source.replace(/=\r?\n/g, '')).toContain('http://localhost:3000/invitations/one');
    } finally {
      await server.stop();
    }
    await expect(readdir(path.join(folder, 'outbox'))).rejects.toThrow('ENOENT');
  });

  it('that no server takes is an error, so that it is tried again', async () => {
    const server = await mailServer();
    await server.stop();
    vi.stubEnv('SMTP_URL', server.url);
    await expect(sendMail(MAIL, ID)).rejects.toMatchObject({ code: 'ESOCKET' });
  });

  it('7.10 sent again after a crash is the same file', async () => {
    await sendMail(MAIL, ID);
    await sendMail(MAIL, ID);
    expect(await readdir(path.join(folder, 'outbox'))).toEqual([`2026-11-23T09-00-00-000Z-${ID}.txt`]);
  });
});

describe('an address in a mail', () => {
  it('begins with APP_URL, else with this machine and its port', () => {
    vi.stubEnv('APP_URL', 'https://roundtable.example/');
    expect(addressOf('/programs/boston-2023')).toBe('https://roundtable.example/programs/boston-2023');
    vi.stubEnv('APP_URL', '');
    vi.stubEnv('PORT', '4100');
    expect(addressOf('/sign-in')).toBe('http://localhost:4100/sign-in');
  });
});
