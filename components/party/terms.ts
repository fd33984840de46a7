import { useLocale, useTranslations } from 'next-intl';
import { isCurrency } from '@/lib/core/currencies';
import { formatMoney, money } from '@/lib/core/money';
import type { Region, Round, Sought, Ticket } from '@/lib/party/rules/terms';

/** Stands in a form for money that was typed and cannot be read: no input takes it. */
export const UNREADABLE = '?';

/**
 * Money of a profile as one text, so that a form compares and merges it like any other field: `500000000 KRW`, and for a
 * ticket both ends, `20000000-300000000 USD`, either of them left out where it is open. Empty without money.
 */
export function moneyText(value: Sought | Ticket | null | undefined): string {
  if (!value) return '';
  const figures = 'minor' in value ? String(value.minor) : `${value.min ?? ''}-${value.max ?? ''}`;
  return `${figures} ${value.currency}`;
}

/** What a text of `moneyText` says; the text itself where it is none, which the operation refuses at its field. */
export function soughtOf(text: string): Sought | null | string {
  if (text === '') return null;
  const [, minor, currency = ''] = /^(\d+) (\w{3})$/.exec(text) ?? [];
  return minor === undefined ? text : { minor: Number(minor), currency };
}

export function ticketOf(text: string): Ticket | null | string {
  if (text === '') return null;
  const [whole, min = '', max = '', currency = ''] = /^(\d*)-(\d*) (\w{3})$/.exec(text) ?? [];
  if (whole === undefined) return text;
  return { min: min === '' ? null : Number(min), max: max === '' ? null : Number(max), currency };
}

/** The terms of a profile in words, from a record or from a form; undefined for another field. */
export function useTermText(): (field: string, value: unknown) => string | undefined {
  const t = useTranslations('party');
  const locale = useLocale();
  const words = (minor: number, currency: string) =>
    isCurrency(currency) ? formatMoney(money(minor, currency), locale) : '';
  const range = ({ min, max, currency }: Ticket) => {
    if (min !== null && max !== null)
      return t('ticketRange', { min: words(min, currency), max: words(max, currency) });
    if (min !== null) return t('ticketFrom', { min: words(min, currency) });
    return max === null ? '' : t('ticketTo', { max: words(max, currency) });
  };
  return (field, value) => {
    const listed = [value].flat().filter((each) => typeof each === 'string' && each !== '');
    if (field === 'round' || field === 'rounds')
      return listed.map((round) => t(`round.${round as Round}`)).join(', ');
    if (field === 'regions') return listed.map((region) => t(`region.${region as Region}`)).join(', ');
    if (field === 'sought') {
      const sought = typeof value === 'string' ? soughtOf(value) : (value as Sought | null);
      return sought && typeof sought === 'object' ? words(sought.minor, sought.currency) : '';
    }
    if (field !== 'ticket') return undefined;
    const ticket = typeof value === 'string' ? ticketOf(value) : (value as Ticket | null);
    return ticket && typeof ticket === 'object' ? range(ticket) : '';
  };
}
