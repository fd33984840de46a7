import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { formatDayShort, parseDay } from '@/lib/core/dates';
import { formatMoney, money } from '@/lib/core/money';
import type { Locale } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { STAGE_TABLE } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import { ZonedTime, type Zones } from '../zoned-time';

type Props = { item: PairItem; zones: Zones; side: 'startup' | 'investor'; locale: Locale; href: string };

/** One pair as a line of a list; on a phone its parts stand below each other. */
export function PartyRow({ item, zones, side, locale, href }: Props) {
  const t = useTranslations('pair');
  const c = useTranslations('pair.pipeline.card');
  const rungs = useTranslations('amount.rung');
  const [amount] = item.amounts;
  const stepOn = item.nextStep?.on && parseDay(item.nextStep.on);
  return (
    <li className="pl-row">
      <div className="pl-name">
        <Link href={href}>{side === 'investor' ? item.investor.name : shownName(item.startup, locale)}</Link>
        {item.status !== 'open' && (
          <span className="text-xs text-ink-2">
            {STAGE_TABLE[item.stage].sign} {t(`stage.${item.stage}`)} · {t(`status.${item.status}`)}
            {item.reasonCode ? ` · ${t(`reason.${item.reasonCode}`)}` : ''}
          </span>
        )}
      </div>
      <div className="pl-meeting" data-empty={!item.nextMeeting || undefined}>
        {item.nextMeeting && (
          <>
            <span className="text-xs text-ink-2">{t(`stage.${item.nextMeeting.stage}`)}</span>
            <ZonedTime at={item.nextMeeting.startsAt} zones={zones} locale={locale} />
          </>
        )}
      </div>
      <div className="pl-amount" data-empty={!amount || undefined}>
        {amount && (
          <>
            <span className="text-xs text-ink-2">{rungs(amount.rung)}</span>
            <b>{formatMoney(money(amount.minor, amount.currency), locale)}</b>
          </>
        )}
      </div>
      <div className="pl-interest" data-empty={item.interest === null || undefined}>
        {item.interest !== null && (
          <span role="img" aria-label={`${c('interest')} ${c('interestOf', { score: item.interest })}`}>
            {'●'.repeat(item.interest)}
            {'○'.repeat(5 - item.interest)}
          </span>
        )}
      </div>
      <div className="pl-step" data-empty={!item.nextStep || undefined}>
        {item.nextStep && (
          <>
            <span>{item.nextStep.text}</span>
            <span className="text-xs text-ink-2">
              {[
                stepOn && formatDayShort(stepOn, locale),
                item.nextStep.owner && shownName(item.nextStep.owner, locale),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        )}
      </div>
    </li>
  );
}
