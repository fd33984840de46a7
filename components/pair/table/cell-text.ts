import { clearTime } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { money, moneyFigure } from '@/lib/core/money';
import { nameIn } from '@/lib/core/shown-name';
import { dayInZone } from '@/lib/core/zones';
import type { PairItem } from '@/lib/pair/schema';
import type { ColumnId } from './table-columns';

/** The words of the screen for what pairs hold by a key. */
type CellWords = {
  stage: (key: PairItem['stage']) => string;
  status: (key: PairItem['status']) => string;
  reason: (key: NonNullable<PairItem['reasonCode']>) => string;
  sector: (key: string) => string;
};
type Reading = {
  locale: Locale;
  /** The zone of the program. */
  zone: string;
  baseCurrency: string;
  words: CellWords;
};

/**
 * What a cell says as a spreadsheet understands it: days as YYYY-MM-DD, times as `YYYY-MM-DD 14:30` in the program's zone,
 * names and words as they are shown. An amount of the program's currency is a plain number, so that a column of them can be
 * added; one of another currency has its code before it, so that it cannot.
 */
export function cellTexts({ locale, zone, baseCurrency, words }: Reading) {
  const text: Readonly<Record<ColumnId, (pair: PairItem) => string | null | undefined>> = {
    startup: ({ startup }) => nameIn(startup, locale),
    investor: ({ investor }) => investor.name,
    stage: ({ stage }) => words.stage(stage),
    status: ({ status }) => words.status(status),
    amount: ({ amounts: [amount] }) => amount && amountText(amount, baseCurrency),
    interest: ({ interest }) => interest?.toString(),
    nextStep: ({ nextStep }) => nextStep?.text,
    nextStepOn: ({ nextStep }) => nextStep?.on,
    nextStepOwner: ({ nextStep }) => nextStep?.owner && nameIn(nextStep.owner, locale),
    owner: ({ owner }) => owner && nameIn(owner, locale),
    nextMeeting: ({ nextMeeting }) => nextMeeting && timeText(new Date(nextMeeting.startsAt), zone),
    since: ({ stageSince }) => dayInZone(new Date(stageSince), zone),
    sector: ({ startup }) => words.sector(startup.sector),
    reason: ({ reasonCode }) => reasonCode && words.reason(reasonCode),
  };
  return (column: ColumnId, pair: PairItem): string => text[column](pair) ?? '';
}

export type CellTexts = ReturnType<typeof cellTexts>;

function amountText({ minor, currency }: PairItem['amounts'][number], baseCurrency: string): string {
  const figure = moneyFigure(money(minor, currency));
  return currency === baseCurrency ? figure : `${currency} ${figure}`;
}

function timeText(at: Date, zone: string): string {
  return `${dayInZone(at, zone)} ${clearTime(at, zone)}`;
}
