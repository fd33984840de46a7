import type { Locale, Say } from '@/lib/core/locale';
import { nameIn } from '@/lib/core/shown-name';
import { whyWords } from '@/lib/funnel/rules/words';
import type { FigureRow } from '@/lib/funnel/schema/sources';
import type { PairItem } from '@/lib/pair/schema';
import type { BookCell, BookTable } from '../schema';
import { at, count, day, major, minor, text } from './book';

type Column<Row> = readonly [name: string, cell: (row: Row) => BookCell];

function tableOf<Row>(
  title: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  say: Say,
): BookTable {
  return {
    title,
    columns: columns.map(([name]) => say(`transfer.column.${name}`)),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
  };
}

const named = (party: { name: string; nameEn: string }, locale: Locale) => text(nameIn(party, locale));

/** The rows of a figure, with every entry that puts a pair in. */
export function figureTable(title: string, rows: readonly FigureRow[], say: Say, locale: Locale): BookTable {
  const columns: Column<FigureRow>[] = [
    ['startup', ({ startup }) => named(startup, locale)],
    ['investor', ({ investor }) => text(investor.name)],
    ['why', ({ why }) => text(whyWords(why, say))],
    ['happenedOn', ({ effectiveOn }) => day(effectiveOn)],
    ['happenedAt', ({ effectiveAt }) => at(effectiveAt)],
    ['recordedAt', ({ recordedAt }) => at(recordedAt)],
    ['by', ({ by }) => text(by ? nameIn(by, locale) : say('pair.timeline.somebody'))],
    ['means', ({ means }) => text(say(`pair.timeline.means.${means}`))],
    ['words', ({ reason }) => text(reason)],
    ['currency', ({ amount }) => text(amount?.currency)],
    ['amount', ({ amount }) => amount && major(amount.minor, amount.currency)],
    ['minor', ({ amount }) => amount && minor(amount.minor)],
    ['source', ({ why }) => (why.kind === 'amount' ? text(say(`amount.source.${why.source}`)) : null)],
    ['evidence', ({ why }) => (why.kind === 'amount' ? text(why.evidence) : null)],
    ['stage', ({ stage }) => stage && text(say(`pair.stage.${stage}`))],
    ['status', ({ status }) => text(say(`pair.status.${status}`))],
    ['pair', ({ pair }) => text(pair)],
    ['entry', ({ entry }) => text(entry)],
  ];
  return tableOf(title, columns, rows, say);
}

/** The pipeline's list, as it stood on the date. */
export function pairTable(title: string, pairs: readonly PairItem[], say: Say, locale: Locale): BookTable {
  const columns: Column<PairItem>[] = [
    ['startup', ({ startup }) => named(startup, locale)],
    ['investor', ({ investor }) => text(investor.name)],
    ['sector', ({ startup }) => text(say(`startup.sector.${startup.sector}`))],
    ['stage', ({ stage }) => text(say(`pair.stage.${stage}`))],
    ['stageSince', ({ stageSince }) => at(stageSince)],
    ['status', ({ status }) => text(say(`pair.status.${status}`))],
    ['reason', ({ reasonCode }) => reasonCode && text(say(`pair.reason.${reasonCode}`))],
    ['rung', ({ amounts: [live] }) => (live ? text(say(`amount.rung.${live.rung}`)) : null)],
    ['currency', ({ amounts: [live] }) => text(live?.currency)],
    ['amount', ({ amounts: [live] }) => (live ? major(live.minor, live.currency) : null)],
    ['minor', ({ amounts: [live] }) => (live ? minor(live.minor) : null)],
    ['amountOn', ({ amounts: [live] }) => day(live?.effectiveOn)],
    ['interest', ({ interest }) => (interest === null ? null : count(interest))],
    ['nextStep', ({ nextStep }) => text(nextStep?.text)],
    ['nextStepOn', ({ nextStep }) => day(nextStep?.on)],
    ['nextStepBy', ({ nextStep }) => (nextStep?.owner ? text(nameIn(nextStep.owner, locale)) : null)],
    ['owner', ({ owner }) => (owner ? text(nameIn(owner, locale)) : null)],
    ['nextMeeting', ({ nextMeeting }) => at(nextMeeting?.startsAt)],
    ['pair', ({ id }) => text(id)],
  ];
  return tableOf(title, columns, pairs, say);
}
