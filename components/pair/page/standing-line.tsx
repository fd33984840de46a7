import { getTranslations } from 'next-intl/server';
import { RampTile } from '@/components/ui/ramp-tile';
import { dayInZone, formatDay } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/scope';
import { type ReasonCode, STATUS_TABLE } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import type { StatusLogEntry } from '@/lib/pair/schema/history';
import { toneOfPair } from '../stage-tone';

type Props = {
  pair: PairItem & { statusEvents: readonly StatusLogEntry[] };
  locale: Locale;
  homeZone: string;
};

/** Stage and status in one line under the names; where it is closed or held, since when and why. */
export async function StandingLine({ pair, locale, homeZone }: Props) {
  const t = await getTranslations('pair');
  const last = pair.statusEvents.findLast((event) => !event.voided && event.to === pair.status);
  const saysWhy = pair.status !== 'open' && last;
  const sign = STATUS_TABLE[pair.status].sign;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <RampTile
        tone={toneOfPair(pair.stage, pair.status)}
        {...(sign ? { sign } : {})}
        marked={pair.amounts.length > 0}
      />
      <span className="font-medium">{t(`stage.${pair.stage}`)}</span>
      <span aria-hidden="true">·</span>
      <span className="font-medium">{t(`status.${pair.status}`)}</span>
      {saysWhy && (
        <span className="text-ink-2">
          {t('page.since', { date: formatDay(dayInZone(new Date(last.effectiveAt), homeZone), locale) })}
          {last.reasonCode && ` · ${t(`reason.${last.reasonCode as ReasonCode}`)}`}
          {last.reason && ` · ${last.reason}`}
        </span>
      )}
    </p>
  );
}
