import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import { env } from './env';
import { log } from './log';

export type Letter = { to: { name: string; address: string }; subject: string; text: string };

/** `sent` by SMTP; `kept` in the outbox, where no SMTP is set; `failed`: the server refused it or was not there. */
export type Delivery = 'sent' | 'kept' | 'failed';

const PATIENCE_MS = 10_000;

/** Never throws: what the mail is about has happened, whether or not it goes out. Nothing of it is logged. */
export async function sendMail(letter: Letter): Promise<Delivery> {
  try {
    if (!env.SMTP_URL) {
      await keepInOutbox(letter);
      return 'kept';
    }
    await transport(env.SMTP_URL).sendMail({ from: env.MAIL_FROM, ...letter });
    return 'sent';
  } catch (error) {
    log.error({ code: (error as { code?: unknown }).code ?? null }, 'a mail could not be delivered');
    return 'failed';
  }
}

/** Where mails are kept when none are sent: one readable file each, for the owner of the machine only. */
export function outboxFolder(): string {
  return path.resolve(env.DATA_DIR, 'outbox');
}

let kept: { url: string; transport: Transporter } | undefined;

function transport(url: string): Transporter {
  if (kept?.url !== url) {
    const patience = {
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    };
    kept = { url, transport: createTransport({ url, ...patience }) };
  }
  return kept.transport;
}

async function keepInOutbox({ to, subject, text }: Letter): Promise<void> {
  const at = new Date().toISOString();
  const name = `${at.replace(/[:.]/g, '-')}-${randomBytes(3).toString('hex')}.txt`;
  const head = [
    `From: ${env.MAIL_FROM}`,
    `To: ${to.name} <${to.address}>`,
    `Subject: ${subject}`,
    `Date: ${at}`,
  ];
  await mkdir(outboxFolder(), { recursive: true, mode: 0o700 });
  const file = `${head.map((line) => line.replace(/[\r\n]+/g, ' ')).join('\n')}\n\n${text}\n`;
  await writeFile(path.join(outboxFolder(), name), file, { mode: 0o600 });
}

/** The whole address of a page, for a mail: never by the Host header, which the sender of a request chooses. */
export function addressOf(pagePath: string): string {
  return `${env.APP_URL ?? `http://localhost:${env.PORT}`}${pagePath}`;
}
