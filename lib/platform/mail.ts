import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import type { Locale } from '@/lib/core/locale';
import { nameIn, type PersonName } from '@/lib/core/shown-name';
import type { Tx } from './database';
import { env } from './env';

export type Mail = { to: { name: string; address: string }; subject: string; text: string };
/** A mail in the queue, with the instant it was written at (ISO). */
export type QueuedMail = Mail & { at: string };

/** What becomes of a mail: `queued` for the mail server, or `kept` in the outbox where no SMTP is set. */
export type Delivery = 'queued' | 'kept';

const PATIENCE_MS = 10_000;

export type MailReader = PersonName & { email: string; locale: Locale };

/** A mail of these paragraphs to a person, whose name stands in it as their language writes it. */
export function mailTo(reader: MailReader, subject: string, paragraphs: readonly string[]): Mail {
  return {
    to: { name: nameIn(reader, reader.locale), address: reader.email },
    subject,
    text: paragraphs.join('\n\n'),
  };
}

/**
 * Puts a mail into the queue in the transaction of what it tells of: it goes out when that is committed, and never when
 * it is rolled back. Nobody waits for a mail server; lib/platform/mail-queue.ts sends it.
 */
export async function queueMail(tx: Tx, mail: Mail): Promise<Delivery> {
  await queueMails(tx, [mail]);
  return env.SMTP_URL ? 'queued' : 'kept';
}

/** The same for several mails, in one statement. */
export async function queueMails(tx: Tx, mails: readonly Mail[]): Promise<void> {
  const at = new Date().toISOString();
  const queued = mails.map((mail): QueuedMail => ({ ...mail, at }));
  await tx.$queryRaw`
    select queue_letter(mail)::text from jsonb_array_elements(${JSON.stringify(queued)}::jsonb) mail`;
}

/**
 * Sends a mail, or keeps it where no SMTP is set; throws when the server refuses it or is not there. The same `id` gives
 * the same file and the same Message-ID: should one be sent again after a crash, mail programs can tell.
 */
export async function sendMail({ at, ...mail }: QueuedMail, id: string): Promise<void> {
  if (!env.SMTP_URL) return keepInOutbox({ at, ...mail }, id);
  const messageId = `<${id}@${new URL(addressOf('/')).hostname}>`;
  await transport(env.SMTP_URL).sendMail({ from: env.MAIL_FROM, messageId, date: at, ...mail });
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

async function keepInOutbox({ to, subject, text, at }: QueuedMail, id: string): Promise<void> {
  const head = [
    `From: ${env.MAIL_FROM}`,
    `To: ${to.name} <${to.address}>`,
    `Subject: ${subject}`,
    `Date: ${at}`,
  ];
  await mkdir(outboxFolder(), { recursive: true, mode: 0o700 });
  const file = `${head.map((line) => line.replace(/[\r\n]+/g, ' ')).join('\n')}\n\n${text}\n`;
  await writeFile(path.join(outboxFolder(), `${at.replace(/[:.]/g, '-')}-${id}.txt`), file, { mode: 0o600 });
}

/** The whole address of a page, for a mail: never by the Host header, which the sender of a request chooses. */
export function addressOf(pagePath: string): string {
  return `${env.APP_URL ?? `http://localhost:${env.PORT}`}${pagePath}`;
}
