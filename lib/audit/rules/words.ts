import { isCurrency } from '@/lib/core/currencies';
import { formatDateTime } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { formatMoney, formatRate, money } from '@/lib/core/money';
import type { AuditFacts, Fact } from '../rules';
import type { AuditItem } from '../schema';

/** Words by their full key, and whether there are any. */
type Translate = {
  (key: string, values?: Record<string, string | number>): string;
  has: (key: string) => boolean;
};

/** Where the words of `from` and `to` stand, by the command that wrote them; elsewhere they are names as typed. */
const CHANGE_WORDS: Record<string, string> = {
  'pair.move_stage': 'pair.stageShort',
  'pair.move_stages': 'pair.stageShort',
  'pair.change_status': 'pair.status',
  'pair.change_statuses': 'pair.status',
  'person.change_role': 'person.role',
  'meeting.mark': 'meeting.state',
};
/** The same for facts whose words do not depend on the command. */
const FACT_WORDS: Partial<Record<Fact, string>> = {
  stage: 'pair.stageShort',
  side: 'meeting.side',
  reasonCode: 'pair.reason',
  visibility: 'audit.visibility',
  role: 'person.role',
};

/** Sentences for entries of the audit trail, in the reader's language; times of `zone`. */
export function auditWords(t: Translate, locale: Locale, zone: string) {
  const word = (dictionary: string | undefined, value: string) =>
    dictionary && t.has(`${dictionary}.${value}`) ? t(`${dictionary}.${value}`) : value;
  const command = (name: string) => {
    const key = `audit.command.${name.replace('.', '_')}`;
    return t.has(key) ? t(key) : name;
  };
  const facts = (item: AuditItem) =>
    [
      change(item, (value) => word(CHANGE_WORDS[item.command], value)),
      ...(['stage', 'role', 'side', 'visibility', 'reasonCode'] as const).map((fact) =>
        factText(item.facts[fact], (value) => word(FACT_WORDS[fact], value)),
      ),
      factText(item.facts.startsAt, (value) => instant(value, zone, locale)),
      amount(item.facts, (rung) => word('amount.rung', rung), locale),
      rate(item.facts, locale),
      factText(item.facts.interest, (value) => t('audit.interest', { value })),
      factText(item.facts.format, (value) => t(`audit.format.${value}`)),
      factText(item.facts.rows, (value) => t('audit.rows', { rows: Number(value) })),
      factText(item.facts.name, String),
      factText(item.facts.isAdmin, (value) => t(value === 'true' ? 'audit.adminGiven' : 'audit.adminTaken')),
      factText(item.facts.reason, (value) => t('audit.reason', { reason: word('audit.reasonWord', value) })),
    ]
      .filter(Boolean)
      .join(' · ');
  return { command, facts };
}

function factText(value: string | number | boolean | undefined, wordFor: (value: string) => string): string {
  return value === undefined || value === '' ? '' : wordFor(String(value));
}

function change({ facts: { from, to, kind, side }, command }: AuditItem, word: (value: string) => string) {
  const then =
    to ?? (command === 'meeting.mark' && kind !== undefined && side === undefined ? kind : undefined);
  if (then === undefined) return '';
  const after = word(String(then === 'reopened' ? 'scheduled' : then));
  return from === undefined ? after : `${word(String(from))} → ${after}`;
}

function instant(value: string, zone: string, locale: Locale): string {
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? '' : formatDateTime(at, zone, locale);
}

function amount(
  { rung, minor, currency }: AuditFacts,
  word: (rung: string) => string,
  locale: Locale,
): string {
  if (rung === undefined) return '';
  const isMoney = typeof minor === 'number' && typeof currency === 'string' && isCurrency(currency);
  return [word(String(rung)), isMoney && formatMoney(money(minor, currency), locale)]
    .filter(Boolean)
    .join(' ');
}

function rate({ base, quote, rate: value }: AuditFacts, locale: Locale): string {
  const parts = [base, quote, value].map((part) => (part === undefined ? '' : String(part)));
  const [from = '', to = '', number = ''] = parts;
  return from && to && /^\d+(\.\d+)?$/.test(number)
    ? formatRate({ base: from, quote: to, rate: number }, locale)
    : '';
}
