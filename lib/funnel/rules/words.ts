import { dayText, formatNumber } from '@/lib/core/dates';
import type { Locale, Say } from '@/lib/core/locale';
import { formatMoney, type Money } from '@/lib/core/money';
import type { Why } from '../schema/sources';
import type { FigureName } from './figure';
import { isMoneyFigure } from './rows';

type Period = { from: string | null; asOf: string };

/** `본상담 도달`, `논의 단계 금액`: what a figure counts, in words. `from`: the first day of a period. */
function figureWords(figure: FigureName, { from, asOf }: Period, say: Say, locale: Locale): string {
  const key = `funnel-rows.figure.${figure.kind}`;
  switch (figure.kind) {
    case 'sum':
    case 'left_out':
      return say(key, { sum: say(`funnel.status.${figure.sum}`) });
    case 'said':
      return say(key, {
        sum: say(`funnel.status.${figure.sum}`),
        said: say(`funnel-readings.claims.${figure.source}`),
      });
    case 'rung':
      return say(key, { rung: say(`amount.rung.${figure.rung}`) });
    case 'step':
      return say(`funnel-rows.figure.step.${figure.step}`);
    case 'new_step':
      return say(`funnel-rows.figure.new_step.${figure.step}`, periodWords({ from, asOf }, locale));
    case 'lost': {
      const { status, reason } = figure;
      const parts = [say(key, { stage: say(`pair.stage.${figure.stage}`) })];
      if (status) parts.push(say(`pair.status.${status}`));
      if (reason) parts.push(say(`pair.reason.${reason}`));
      return parts.join(', ');
    }
    case 'entered':
    case 'first_met':
    case 'newly_lost':
      return say(key, {
        stage: say(`pair.stage.${figure.stage}`),
        ...periodWords({ from, asOf }, locale),
      });
    default:
      return say(key, { stage: say(`pair.stage.${figure.stage}`) });
  }
}

/** The first and the last day of the period. */
function periodWords({ from, asOf }: Period, locale: Locale): { from: string; to: string } {
  return { from: dayText(from ?? asOf, locale), to: dayText(asOf, locale) };
}

/** `본상담 도달 184건`, `논의 단계 금액 9건 · 845억 원`: with its number, and money one total a currency. */
export function figureTitle(
  figure: FigureName,
  period: Period,
  { pairs, totals }: { pairs: number; totals: readonly Money[] },
  say: Say,
  locale: Locale,
): string {
  const counted = say('funnel-rows.title', {
    figure: figureWords(figure, period, say, locale),
    // English needs the number itself for its plural, and groups its digits by itself.
    count: locale === 'ko' ? formatNumber(pairs) : pairs,
  });
  const money = isMoneyFigure(figure) ? totals.map((total) => formatMoney(total, locale)) : [];
  return [counted, ...money].join(' · ');
}

/** What the deciding entry says, as a sentence; what was said in somebody's own words stands beside it. */
export function whyWords(why: Why, say: Say): string {
  switch (why.kind) {
    case 'opening':
      return say('pair.timeline.opened');
    case 'stage':
      return say('pair.timeline.stage', {
        from: say(`pair.stage.${why.from}`),
        to: say(`pair.stage.${why.to}`),
      });
    case 'status': {
      const change = say('pair.timeline.status', {
        from: say(`pair.status.${why.from}`),
        to: say(`pair.status.${why.to}`),
      });
      return why.reasonCode ? `${change} ${say(`pair.reason.${why.reasonCode}`)}` : change;
    }
    case 'meeting':
      return say('pair.timeline.meeting.held', { stage: say(`pair.stage.${why.stage}`) });
    case 'amount':
      return say('funnel-rows.amount', { rung: say(`amount.rung.${why.rung}`) });
  }
}

/** `2023. 5. 3. 기준, 현재까지의 기록 (Asia/Seoul)`. */
export function clockWords(
  { asOf, knownOn, timeZone }: { asOf: string; knownOn: string | null; timeZone: string },
  say: Say,
  locale: Locale,
): string {
  const known = knownOn ? dayText(knownOn, locale) : 'none';
  return say('funnel-rows.label', { asOf: dayText(asOf, locale), knownOn: known, zone: timeZone });
}
