import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { pairAddress } from '@/components/pair/pair-address';
import { ZonedTime } from '@/components/pair/zoned-time';
import { TextLink } from '@/components/ui/link-button';
import { dayText } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { formatMoney, money } from '@/lib/core/money';
import { shownName } from '@/lib/core/shown-name';
import type { Zones } from '@/lib/core/zones';
import type { Check, CheckedPair, Finding } from '@/lib/quality/schema';

export type FindingContext = {
  slug: string;
  zones: Zones;
  /** Whether the reader mends, or only reads. */
  canMend: boolean;
  today: string;
};

type Props = { check: Check; finding: Finding; context: FindingContext };

/** One thing to mend: between whom, what is wrong, and one press to where it is mended. */
export function FindingRow({ check, finding, context }: Props) {
  const t = useTranslations('quality');
  const locale = useLocale();
  const line =
    'grid gap-x-4 gap-y-1 border-t border-line py-2 sm:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_auto]';
  if (finding.kind === 'parties') {
    const { side, parties, by } = finding;
    return (
      <li className={line}>
        <span className="flex flex-wrap gap-x-3">
          {parties.map((party) => (
            <TextLink key={party.id} href={`/programs/${context.slug}/${side}s/${party.id}`}>
              {party.name}
            </TextLink>
          ))}
        </span>
        <span className="text-sm text-ink-2">{t(`same.${by}`)}</span>
      </li>
    );
  }
  const name = pairName(finding.pair, locale);
  const word = context.canMend ? t(`check.${check}.mend`) : t('open');
  return (
    <li className={line}>
      <span className="font-medium">{name}</span>
      <span className="text-sm text-ink-2">
        <Wrong {...{ check, finding, context, locale }} />
      </span>
      <TextLink
        href={mendAddress(check, finding, context)}
        aria-label={`${name}: ${word}`}
        className="justify-self-start"
      >
        {word}
      </TextLink>
    </li>
  );
}

function pairName({ startup, investor }: CheckedPair, locale: Locale): string {
  return `${shownName(startup, locale)} × ${shownName(investor, locale)}`;
}

/** How a meeting ended and what came of it is entered in its form, which the office alone opens; all else on the pair's page. */
function mendAddress(
  check: Check,
  finding: Exclude<Finding, { kind: 'parties' }>,
  { slug, canMend }: FindingContext,
): string {
  const inForm = check === 'still_scheduled' || check === 'outcome_missing';
  return finding.kind === 'meeting' && inForm && canMend
    ? `/programs/${slug}/meetings/${finding.meeting.id}/outcome`
    : pairAddress(slug, finding.pair.id);
}

type WrongProps = Props & { finding: Exclude<Finding, { kind: 'parties' }>; locale: Locale };

function Wrong({ check, finding, context, locale }: WrongProps): ReactNode {
  const t = useTranslations('quality');
  const words = useTranslations('pair');
  const rung = useTranslations('amount.rung');
  const state = useTranslations('quality.state');
  if (finding.kind === 'meeting') {
    const { stage, startsAt, state: ended } = finding.meeting;
    return (
      <>
        {words(`stage.${stage}`)} · {state(ended)}
        <ZonedTime at={startsAt} zones={context.zones} locale={locale} />
      </>
    );
  }
  const { pair, noRate } = finding;
  const { amount, nextStep, metIn } = pair;
  const stage = words(`stage.${pair.stage}`);
  const status = words(`status.${pair.status}`);
  if (check === 'stage_behind_meeting' && metIn) return t('behind', { stage, met: words(`stage.${metIn}`) });
  if (check === 'next_step_overdue' && nextStep?.on)
    return t('overdue', { text: nextStep.text, date: dayText(nextStep.on, locale) });
  const sum =
    amount && amount.minor !== null && amount.currency
      ? ` · ${rung(amount.rung)} ${formatMoney(money(amount.minor, amount.currency), locale)}`
      : amount
        ? ` · ${rung(amount.rung)}`
        : '';
  return `${stage} · ${status}${sum}${noRate ? ` · ${t('noRate')}` : ''}`;
}
