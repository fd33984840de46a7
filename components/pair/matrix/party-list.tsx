import type { Zones } from '@/lib/core/zones';
import { type Address, queryOf, searchOf } from '../filter/address';
import './matrix.css';
import './party-list.css';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { RampTile, type RampTone } from '@/components/ui/ramp-tile';
import { formatDayShort } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';
import type { Locale } from '@/lib/core/locale';
import { formatMoney, money } from '@/lib/core/money';
import { shownName } from '@/lib/core/shown-name';
import { isClosed, STAGE_TABLE, STAGES } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import { InterestDots } from '../interest-dots';
import { listParams, pairAddresses } from '../pair-address';
import { toneOfPair, toneOfStage } from '../stage-tone';
import { ZonedTime } from '../zoned-time';

type Props = {
  slug: string;
  items: readonly PairItem[];
  address: Address;
  zones: Zones;
  /** The side that is listed: the other one is the same for all. */
  side: 'startup' | 'investor';
  /** The name of the one party; a startup's own people read "my pairs" instead. */
  heading: string;
  /** Leads back to all pairs, where there are others. */
  allHref: string | null;
  more: boolean;
};

/** One row of the matrix as a list: the furthest pairs first, candidates and closed ones folded. */
export function PartyList({ slug, items, address, zones, side, heading, allHref, more }: Props) {
  const t = useTranslations('pair');
  const locale = useLocale();
  const hrefOf = pairAddresses(slug, listParams(queryOf(address)));
  const groups = groupsOf(items);
  return (
    <div className="pl">
      <header className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="text-md font-bold">
          {heading} <span className="font-normal text-ink-2">{items.length}</span>
        </h2>
        {allHref && (
          <LinkButton href={allHref} size="sm">
            {t('pipeline.list.all')}
          </LinkButton>
        )}
      </header>
      {items.length === 0 && (
        <EmptyState title={t('pipeline.matrix.empty')}>{t('pipeline.matrix.emptyText')}</EmptyState>
      )}
      {groups.map(({ tone, inside, folded }) => (
        <details key={tone} open={!folded} className="pl-group">
          <summary>
            <RampTile tone={tone} />
            <span className="font-bold">{labelOf(tone)}</span>
            <span className="text-ink-2">{inside.length}</span>
          </summary>
          <ul>
            {inside.map((item) => (
              <PartyRow key={item.id} {...{ item, zones, side, locale }} href={hrefOf(item.id)} />
            ))}
          </ul>
        </details>
      ))}
      {more && (
        <p className="text-sm text-ink-2">
          {t('pipeline.list.more', { count: items.length })}{' '}
          <LinkButton href={`/programs/${slug}/pairs${searchOf({ ...address, view: 'table' })}`} size="sm">
            {t('pipeline.view.table')}
          </LinkButton>
        </p>
      )}
    </div>
  );

  function labelOf(tone: RampTone): string {
    if (tone === 'invested') return t('status.invested');
    if (tone === 'held') return t('status.on_hold');
    if (tone === 'closed') return t('pipeline.matrix.closed');
    return t(`stage.${STAGES[Number(tone)] ?? 'candidate'}`);
  }
}

const ORDER: readonly RampTone[] = ['invested', '4', '3', '2', '1', 'held', '0', 'closed'];

function groupsOf(items: readonly PairItem[]) {
  const byTone = Map.groupBy(items, ({ stage, status }) =>
    isClosed(status) || status !== 'open' ? toneOfPair(stage, status) : toneOfStage(stage),
  );
  const alone = byTone.size === 1;
  return ORDER.flatMap((tone) => {
    const inside = byTone.get(tone);
    return inside ? [{ tone, inside, folded: !alone && (tone === '0' || tone === 'closed') }] : [];
  });
}

type RowProps = { item: PairItem; zones: Zones; side: 'startup' | 'investor'; locale: Locale; href: string };

/** One pair as a line of a list; on a phone its parts stand below each other. */
function PartyRow({ item, zones, side, locale, href }: RowProps) {
  const t = useTranslations('pair');
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
        {item.interest !== null && <InterestDots interest={item.interest} named />}
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
