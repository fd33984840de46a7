import { type Currency, isCurrency } from '@/lib/core/currencies';
import { formatMoneyExact, money } from '@/lib/core/money';
import type { ProgramScope } from '@/lib/core/scope';
import { REGIONS, ROUNDS, type Sought, type Ticket } from '@/lib/party/rules/terms';
import type { RowReader } from '../../rules/row-reader';
import { wordsOf } from './kind';

export const ROUND_WORDS = wordsOf(ROUNDS, (key) => `party.round.${key}`, {
  pre_seed: ['프리 시드', 'Preseed', 'Angel', '엔젤'],
  seed: ['Seed round', '시드라운드'],
  series_a: ['A', 'Pre-A', '프리A', 'Round A'],
  series_b: ['B', 'Round B'],
  series_c: ['C', 'Round C'],
  growth: ['Late', 'Pre-IPO', '프리IPO'],
});
export const REGION_WORDS = wordsOf(REGIONS, (key) => `party.region.${key}`, {
  korea: ['대한민국', 'South Korea', 'KR'],
  north_america: ['미국', '캐나다', 'US', 'USA', 'United States', 'Canada'],
  southeast_asia: ['동남아', 'SEA', 'ASEAN'],
  europe: ['EU', 'UK', '영국'],
  china: ['중화권', 'Greater China'],
});

/** Money of a cell in minor units, as profiles hold it. */
function readMoney(row: RowReader, field: string, scope: ProgramScope): Sought | undefined {
  const base = scope.program.baseCurrency as Currency;
  const read = row.money(field, { base }, (each) => shownMoney(each, scope));
  return read && { minor: Number(read.minor), currency: read.currency };
}

export function readSought(row: RowReader, scope: ProgramScope): Sought | undefined {
  return readMoney(row, 'sought', scope);
}

/** What a row says of the ticket; an end that it does not say stays as it is. */
export function readTicket(row: RowReader, scope: ProgramScope): Partial<Ticket> | undefined {
  const min = readMoney(row, 'ticketMin', scope);
  const max = readMoney(row, 'ticketMax', scope);
  const currency = min?.currency ?? max?.currency;
  if (currency === undefined) return undefined;
  if (min && max && min.currency !== max.currency) return row.tell('ticketMax', 'other_currency');
  return { currency, ...(min ? { min: min.minor } : {}), ...(max ? { max: max.minor } : {}) };
}

/** A ticket as a whole: what the row does not say is as it stands, where that is of the same currency. */
export function wholeTicket(said: Partial<Ticket>, now: Ticket | null): Ticket {
  const { currency = '' } = said;
  const kept = now?.currency === currency ? now : null;
  return { currency, min: said.min ?? kept?.min ?? null, max: said.max ?? kept?.max ?? null };
}

/** A field of a profile as people read it. */
export function shownField(value: unknown, scope: ProgramScope): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  const { minor, min, max, currency } = value as Partial<Sought & Ticket>;
  const shown = (each: number | null | undefined) =>
    each === null || each === undefined ? '' : shownMoney({ minor: each, currency: currency ?? '' }, scope);
  return minor === undefined ? `${shown(min)}–${shown(max)}` : shown(minor);
}

function shownMoney({ minor, currency }: { minor: bigint | number; currency: string }, scope: ProgramScope) {
  return isCurrency(currency) ? formatMoneyExact(money(minor, currency), scope.viewer.locale) : '';
}
