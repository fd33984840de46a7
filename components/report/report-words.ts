import { getTranslations } from 'next-intl/server';
import type { Rung, Sum } from '@/lib/amount/rules';
import { dayText, formatDateTime, formatNumber } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { formatMoney, money } from '@/lib/core/money';
import { type FigureName, readFigure } from '@/lib/funnel/rules/figure';
import type { Difference, FigureValue, Report, ReportItem } from '@/lib/report/schema';

type Clocks = Pick<ReportItem, 'asOf' | 'knownAt' | 'publishedAt'>;

/** A report's day and instants as its program's zone reads them, the zone's name with each instant. */
export function clocksText({ asOf, knownAt, publishedAt }: Clocks, zone: string, locale: Locale) {
  return {
    asOf: dayText(asOf, locale),
    knownAt: formatDateTime(new Date(knownAt), zone, locale),
    at: formatDateTime(new Date(publishedAt), zone, locale),
  };
}

/** What every part of the page is made of: the report, the one before it, and the language the page is fixed to. */
export type SheetProps = { report: Report; previous: Report | null; locale: Locale; zone: string };

/** The words for "since": the report before it with its date, or the program's beginning. */
export async function sinceText({
  previous,
  locale,
}: Pick<SheetProps, 'previous' | 'locale'>): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'report' });
  if (!previous) return t('sheet.sinceStart');
  const number = t('number', { number: previous.number });
  return t('sheet.sincePrevious', { number, asOf: dayText(previous.asOf, locale) });
}

/** `+3`, `−3`, `±0`, the size in the words given. */
export function signed(difference: bigint, say: (size: bigint) => string): string {
  if (difference === 0n) return '±0';
  return difference > 0n ? `+${say(difference)}` : `−${say(-difference)}`;
}

/** `+3`, `−12억 원`; money without a common currency says only its pairs. */
export function changeText({ before, now }: Difference, locale: Locale): string {
  const [was, is] = [before.money?.krw ?? null, now.money?.krw ?? null];
  if (was !== null && is !== null && BigInt(is) !== BigInt(was)) {
    return signed(BigInt(is) - BigInt(was), (won) => formatMoney(money(won, 'KRW'), locale));
  }
  return signed(BigInt(now.pairs - before.pairs), (pairs) => formatNumber(pairs));
}

export type FigureWords = {
  /** `본상담 도달`, by the figure's name; the name itself where it is none we know. */
  name: (figure: string) => string;
  /** `184건`, `845억 원 (9건)`. */
  value: (value: FigureValue) => string;
};

/** Names figures and writes their values in the reader's language, or in the one a page is fixed to. */
export async function figureWords(locale: Locale): Promise<FigureWords> {
  const [t, pair, funnel, amount] = await Promise.all([
    getTranslations({ locale, namespace: 'report' }),
    getTranslations({ locale, namespace: 'pair' }),
    getTranslations({ locale, namespace: 'funnel' }),
    getTranslations({ locale, namespace: 'amount' }),
  ]);
  const nameOf = (figure: FigureName): string => {
    if (figure.kind === 'step' || figure.kind === 'new_step') return t(`figures.step.${figure.step}`);
    if (figure.kind === 'sum' || figure.kind === 'said')
      return t('figure.sum', { sum: funnel(`sum.${figure.sum as Sum}`) });
    if (figure.kind === 'left_out') return t('figure.left_out', { sum: funnel(`sum.${figure.sum as Sum}`) });
    if (figure.kind === 'rung') return t('figure.rung', { rung: amount(`rung.${figure.rung as Rung}`) });
    const stage = pair(`stage.${figure.stage}`);
    if (figure.kind === 'lost') {
      const status = pair(`status.${figure.status ?? 'passed'}`);
      return t('figure.lost', { stage, status, reason: pair(`reason.${figure.reason ?? 'own_words'}`) });
    }
    return isStageFigure(figure.kind) ? t(`figure.${figure.kind}`, { stage }) : stage;
  };
  return {
    name: (figure) => {
      const known = readFigure(figure);
      return known ? nameOf(known) : figure;
    },
    value: ({ pairs, money: sum }) => {
      if (!sum) return formatNumber(pairs);
      if (pairs === 0) return t('value.nothing');
      const totals = sum.krw === null ? sum.totals : [{ currency: 'KRW', minor: sum.krw }];
      const said = totals.map(({ minor, currency }) => formatMoney(money(minor, currency), locale));
      return t('value.money', { money: said.join(' · '), count: pairs });
    },
  };
}

const STAGE_FIGURES = ['reached', 'met', 'now', 'on_hold', 'invested'] as const;
const isStageFigure = (kind: string): kind is (typeof STAGE_FIGURES)[number] =>
  STAGE_FIGURES.some((each) => each === kind);
