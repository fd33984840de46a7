'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type PointerEventHandler, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { RampTile } from '@/components/ui/ramp-tile';
import { formatDay, formatDayShort } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';
import { formatMoney, money } from '@/lib/core/money';
import { shownName } from '@/lib/core/shown-name';
import type { Zones } from '@/lib/core/zones';
import { STAGE_TABLE } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import { InterestDots } from '../interest-dots';
import { useMoveWords } from '../move/move-words';
import { toneOfPair } from '../stage-tone';
import { ZonedTime } from '../zoned-time';
import { placeCard } from './place-card';

type Props = {
  subject: Pick<PairItem, 'startup' | 'investor'> & { item: PairItem | 'loading' | 'failed' };
  /** The square the card belongs to. */
  anchor: () => DOMRect | null;
  zones: Zones;
  /** Offers to open the pair: for fingers, which cannot point without pressing. */
  children?: ReactNode;
  onPointerEnter: PointerEventHandler;
  onPointerLeave: PointerEventHandler;
};

/** A pair in five lines beside its square: where it stands, what is next, money, interest, what is to be done. */
export function PairCard({ subject, anchor, zones, children, ...pointer }: Props) {
  const t = useTranslations('pair.pipeline.card');
  const { pairName } = useMoveWords();
  const { item } = subject;
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => card.current?.showPopover(), []);
  useLayoutEffect(() => {
    const rect = anchor();
    if (card.current && rect) placeCard(card.current, rect);
  });
  return (
    <div ref={card} popover="manual" id="mx-card" className="mx-card" {...pointer}>
      <p className="mx-card-title">{pairName(subject)}</p>
      {typeof item === 'string' ? (
        <p className="text-sm text-ink-2">{t(item)}</p>
      ) : (
        <Lines item={item} zones={zones} />
      )}
      {children}
    </div>
  );
}

function Lines({ item, zones }: { item: PairItem; zones: Zones }) {
  const t = useTranslations('pair');
  const c = useTranslations('pair.pipeline.card');
  const rungs = useTranslations('amount.rung');
  const locale = useLocale();
  const { order } = STAGE_TABLE[item.stage];
  const stage = t(`stage.${item.stage}`);
  const [amount] = item.amounts;
  const amountOn = amount && parseDay(amount.effectiveOn);
  const stepOn = item.nextStep?.on && parseDay(item.nextStep.on);
  return (
    <>
      <div className="mx-card-stage">
        <RampTile tone={toneOfPair(item.stage, item.status)} />
        <b>{stage}</b>
        {item.status !== 'open' && (
          <span>
            {t(`status.${item.status}`)}
            {item.reasonCode ? ` · ${t(`reason.${item.reasonCode}`)}` : ''}
          </span>
        )}
      </div>
      <StepBar at={order} of={4} label={order === 0 ? c('notStarted') : c('stageOf', { stage, at: order })} />
      <dl>
        <Line term={c('next')} none={c('noMeeting')}>
          {item.nextMeeting && (
            <>
              <span>{t(`stage.${item.nextMeeting.stage}`)}</span>
              <ZonedTime at={item.nextMeeting.startsAt} zones={zones} locale={locale} />
            </>
          )}
        </Line>
        <Line term={amount ? rungs(amount.rung) : c('amount')} none={c('noAmount')}>
          {amount && amountOn && (
            <>
              <b>{formatMoney(money(amount.minor, amount.currency), locale)}</b>
              <span className="text-ink-2">{c('asOf', { date: formatDay(amountOn, locale) })}</span>
            </>
          )}
        </Line>
        <Line term={c('interest')} none={c('noInterest')}>
          {item.interest !== null && (
            <span>
              <InterestDots interest={item.interest} className="mx-dots" /> {item.interest}
            </span>
          )}
        </Line>
        <Line term={c('step')} none={c('noStep')}>
          {item.nextStep && (
            <>
              <span>{item.nextStep.text}</span>
              <span className="text-ink-2">
                {[
                  item.nextStep.owner && shownName(item.nextStep.owner, locale),
                  stepOn && formatDayShort(stepOn, locale),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </>
          )}
        </Line>
      </dl>
    </>
  );
}

function Line({ term, none, children }: { term: string; none: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children || <span className="text-ink-2">{none}</span>}</dd>
    </div>
  );
}

/** How far a pair has come, as a bar: `at` of `of` segments are filled. */
function StepBar({ at, of, label }: { at: number; of: number; label: string }) {
  return (
    <span role="img" aria-label={label} className="grid auto-cols-fr grid-flow-col gap-1">
      {Array.from({ length: of }, (_, index) => index).map((index) => (
        <span
          key={index}
          className={index < at ? 'h-1.5 rounded-sm bg-action' : 'h-1.5 rounded-sm bg-stage-1'}
        />
      ))}
    </span>
  );
}
