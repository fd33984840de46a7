import { isCurrency } from '@/lib/core/currencies';
import { formatMoneyExact, money } from '@/lib/core/money';
import { SECTORS } from '@/lib/party/rules';
import type { Sought, Ticket } from '@/lib/party/rules/terms';
import type { PartyItem } from '@/lib/party/schema';
import { at, count, major, text } from '../book';
import { type Column, column, type Words } from './column';

/** A party of a list with what its profile says of it; the terms are those of its kind. */
export type ListedParty = PartyItem & {
  summary: string;
  summaryEn?: string;
  regions: readonly string[];
  round?: string | null;
  sought?: Sought | null;
  rounds?: readonly string[];
  ticket?: Ticket | null;
};

const isSector = (word: string) => (SECTORS as readonly string[]).includes(word);

/** Both names stand in files of either language: they are what a party is known by when the file comes back. */
export function startupColumns(words: Words, parties: readonly ListedParty[]): Column<ListedParty>[] {
  const { say } = words;
  return [
    column('startupName', ({ name }) => text(name)),
    column('nameEn', (party) => ('nameEn' in party ? text(party.nameEn) : null)),
    column('sector', (party) => ('sector' in party ? text(say(`startup.sector.${party.sector}`)) : null)),
    column('summary', ({ summary }) => text(summary)),
    column('summaryEn', ({ summaryEn }) => text(summaryEn)),
    column('round', ({ round }) => text(round && say(`party.round.${round}`))),
    column('sought', ({ sought }) => text(sought && sum(words, sought.minor, sought.currency))),
    ...profileColumns(words, parties),
  ];
}

export function investorColumns(words: Words, parties: readonly ListedParty[]): Column<ListedParty>[] {
  const { say } = words;
  const focusWord = (word: string) => (isSector(word) ? say(`startup.sector.${word}`) : word);
  return [
    column('investorName', ({ name }) => text(name)),
    column('city', (party) => ('city' in party ? text(party.city) : null)),
    column('focus', (party) => ('focus' in party ? text(party.focus.map(focusWord).join(', ')) : null)),
    column('summary', ({ summary }) => text(summary)),
    column('rounds', ({ rounds = [] }) =>
      text(rounds.map((round) => say(`party.round.${round}`)).join(', ')),
    ),
    column('ticketMin', ({ ticket }) => text(ticket && sum(words, ticket.min, ticket.currency))),
    column('ticketMax', ({ ticket }) => text(ticket && sum(words, ticket.max, ticket.currency))),
    ...profileColumns(words, parties),
  ];
}

/** Money with its currency in one cell, since the terms of one list have several currencies. Minor units. */
function sum({ locale }: Words, minor: number | null, currency: string): string | null {
  return minor === null || !isCurrency(currency) ? null : formatMoneyExact(money(minor, currency), locale);
}

/** What both kinds have; figures only for those who may see them. */
function profileColumns(words: Words, parties: readonly ListedParty[]): Column<ListedParty>[] {
  const withFigures = parties.some(({ figures }) => figures !== null);
  const withArchived = parties.some(({ archivedAt }) => archivedAt !== null);
  return [
    column('regions', ({ regions }) =>
      text(regions.map((region) => words.say(`party.region.${region}`)).join(', ')),
    ),
    column('website', ({ website }) => text(website)),
    ...(withArchived ? [column<ListedParty>('archivedAt', ({ archivedAt }) => at(archivedAt))] : []),
    ...(withFigures ? figureColumns(words, parties) : []),
    column('party', ({ id }) => text(id)),
  ];
}

function figureColumns({ say }: Words, parties: readonly ListedParty[]): Column<ListedParty>[] {
  const number = (key: string, figure: 'pairs' | 'reachedMain' | 'invested' | 'onHold' | 'closed') =>
    column<ListedParty>(key, ({ figures }) => figures && count(figures[figure]));
  return [
    ...[number('pairs', 'pairs'), number('reachedMain', 'reachedMain'), number('invested', 'invested')],
    ...[number('onHold', 'onHold'), number('closed', 'closed')],
    ...ladderOf(parties).map(
      ({ rung, currency }): Column<ListedParty> => ({
        key: `${rung}.${currency}`,
        heading: `${say(`amount.rung.${rung}`)} (${currency})`,
        cell: ({ figures }) => {
          const sum = figures?.amounts.find((each) => each.rung === rung && each.currency === currency);
          return sum ? major(sum.minor, currency) : null;
        },
      }),
    ),
  ];
}

/** Rungs and currencies that any of them has: each a column of its own, since they are never added. */
function ladderOf(parties: readonly ListedParty[]): { rung: string; currency: string }[] {
  const sums = parties.flatMap(({ figures }) => figures?.amounts ?? []);
  const found = new Map(sums.map(({ rung, currency }) => [`${rung} ${currency}`, { rung, currency }]));
  return [...found.values()];
}
