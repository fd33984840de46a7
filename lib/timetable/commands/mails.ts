import { formatDateTime } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import type { ProgramScope } from '@/lib/core/scope';
import { nameIn, shownName } from '@/lib/core/shown-name';
import { setApart } from '@/lib/core/text';
import type { Tx } from '@/lib/platform/database';
import { addressOf, type Mail, type MailReader, mailTo, queueMails } from '@/lib/platform/mail';
import { wordsIn } from '@/lib/platform/say';
import type { Facts } from '../rules/facts';
import type { Changes, Where } from '../rules/publication';

type Line = { investor: string; was: Where | null; to: Where | null };

/**
 * Queues a mail to the people of the startups whose meetings change, each with that startup's changes and no others.
 * Nobody else is written to.
 */
export async function mailChanges(
  tx: Tx,
  scope: ProgramScope,
  facts: Facts,
  changes: Changes,
): Promise<void> {
  const lines = linesOf(facts, changes);
  const readers = await tx.membership.findMany({
    where: {
      programId: scope.programId,
      role: 'startup',
      endedAt: null,
      startupId: { in: [...lines.keys()] },
      person: { archivedAt: null },
    },
    select: { startupId: true, person: { select: { name: true, nameEn: true, email: true, locale: true } } },
    orderBy: { id: 'asc' },
  });
  const mails = readers.map(({ startupId, person }) =>
    changesMail(
      scope,
      facts,
      { ...person, locale: person.locale as Locale },
      lines.get(startupId ?? '') ?? [],
    ),
  );
  await queueMails(tx, mails);
}

function linesOf(facts: Facts, { cancel, move, book, reopen }: Changes): Map<string, Line[]> {
  const pairOf = new Map(facts.pairs.map((pair) => [pair.id, pair]));
  const investors = new Map(facts.investors.map(({ id, name }) => [id, setApart(name)]));
  const lines = new Map<string, Line[]>();
  const add = (pairId: string, was: Where | null, to: Where | null) => {
    const pair = pairOf.get(pairId);
    if (!pair) return;
    const line = { investor: investors.get(pair.investorId) ?? '', was, to };
    lines.set(pair.startupId, [...(lines.get(pair.startupId) ?? []), line]);
  };
  for (const { pairId, was } of cancel) add(pairId, was, null);
  for (const { pairId, was, to } of move) add(pairId, was, to);
  for (const { pairId, to } of [...book, ...reopen]) add(pairId, null, to);
  return lines;
}

function changesMail(scope: ProgramScope, facts: Facts, reader: MailReader, lines: readonly Line[]): Mail {
  const { locale } = reader;
  const t = wordsIn(locale, 'timetable');
  const name = shownName(reader, locale);
  const program = shownName(scope.program, locale);
  const tables = new Map(facts.tables.map(({ id, name }) => [id, name]));
  const place = (where: Where) => {
    const at = new Date(where.startsAt);
    const zones = [...new Set([facts.setup.zone, facts.setup.otherZone])];
    const time = zones.map((zone) => formatDateTime(at, zone, locale)).join(' / ');
    const table = where.tableId ? tables.get(where.tableId) : undefined;
    return table ? t('mail.atTable', { time, table }) : time;
  };
  const changes = [...lines]
    .sort((a, b) => ((a.to ?? a.was)?.startsAt ?? '').localeCompare((b.to ?? b.was)?.startsAt ?? ''))
    .map(({ investor, was, to }) => {
      if (was && to) return t('mail.moved', { investor, from: place(was), to: place(to) });
      return to
        ? t('mail.booked', { investor, to: place(to) })
        : t('mail.cancelled', { investor, from: was ? place(was) : '' });
    });
  return mailTo(reader, t('mail.subject', { program: nameIn(scope.program, locale) }), [
    t('mail.hello', { name }),
    t('mail.intro', { program }),
    changes.join('\n'),
    addressOf(`/programs/${scope.program.slug}/meetings`),
    t('mail.signature'),
  ]);
}
