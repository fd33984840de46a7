import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { MoneyText } from '@/components/amount/money-text';
import type { Rung, Source } from '@/lib/amount/rules';
import { formatDay, parseDay } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { type PersonName, shownName } from '@/lib/core/shown-name';
import type { PairStatus, Stage } from '@/lib/pair/rules/stages';
import type { Happening } from '@/lib/pair/schema/history';
import { ZonedRange, type Zones } from '../zoned-time';

type Props = { happening: Happening; voided: boolean; zones: Zones; locale: Locale };

/** One thing that happened, as a sentence and what belongs to it. */
export async function HappeningWords({ happening, voided, zones, locale }: Props) {
  const t = await getTranslations('pair');
  const amount = await getTranslations('amount');
  const wave = await getTranslations('wave');
  const day = (text: string | null) => {
    const parsed = text ? parseDay(text) : null;
    return parsed ? formatDay(parsed, locale) : '';
  };
  const struck = (sentence: ReactNode) => (voided ? <del>{sentence}</del> : sentence);
  switch (happening.kind) {
    case 'stage':
      return (
        <>
          <p>
            {struck(
              happening.from
                ? t('timeline.stage', {
                    from: t(`stage.${happening.from}`),
                    to: t(`stage.${happening.to}`),
                  })
                : t('timeline.opened'),
            )}
          </p>
          <Quote text={happening.reason} />
        </>
      );
    case 'status':
      return (
        <>
          <p>
            {struck(
              t('timeline.status', {
                from: t(`status.${happening.from}`),
                to: t(`status.${happening.to}`),
              }),
            )}
            {happening.reasonCode && ` ${t(`reason.${happening.reasonCode}`)}`}
          </p>
          <Quote text={happening.reason} />
        </>
      );
    case 'void': {
      const what =
        happening.of === 'stage'
          ? t(`stage.${happening.what as Stage}`)
          : happening.of === 'status'
            ? t(`status.${happening.what as PairStatus}`)
            : amount(`rung.${happening.what as Rung}`);
      return (
        <>
          <p>
            {t(`timeline.void.${happening.of}`, { what })} {happening.isUndo && t('timeline.undone')}
          </p>
          <Quote text={happening.reason} />
        </>
      );
    }
    case 'meeting':
      return (
        <>
          <p>
            {happening.event === 'no_show'
              ? t(`timeline.noShow.${happening.side ?? 'both'}`, { stage: t(`stage.${happening.stage}`) })
              : t(`timeline.meeting.${happening.event}`, { stage: t(`stage.${happening.stage}`) })}
          </p>
          {(happening.event === 'booked' || happening.event === 'moved') && (
            <div className="text-sm">
              <ZonedRange at={happening.startsAt} to={happening.endsAt} zones={zones} locale={locale} />
            </div>
          )}
          <Quote text={happening.reason} />
        </>
      );
    case 'outcome':
      return (
        <>
          <p>
            {t('timeline.outcome', { stage: t(`stage.${happening.stage}`), interest: happening.interest })}
          </p>
          {happening.nextStep && (
            <p className="text-sm text-ink-2">
              {t('timeline.nextStep', { text: happening.nextStep })} {day(happening.nextStepOn)}
            </p>
          )}
        </>
      );
    case 'amount':
      return (
        <>
          <p>
            {struck(
              <>
                {t(happening.minor === null ? 'timeline.ended' : 'timeline.amount', {
                  rung: amount(`rung.${happening.rung as Rung}`),
                })}{' '}
                <MoneyText {...happening} locale={locale} className="font-bold" />
              </>,
            )}
          </p>
          <p className="text-sm text-ink-2">
            {t('timeline.source', { source: amount(`source.${happening.source as Source}`) })}
            {happening.evidence && ` · ${happening.evidence}`}
          </p>
          <Quote text={happening.reason} />
        </>
      );
    case 'wave':
      return (
        <>
          <p>{wave('timeline', { months: happening.months, state: wave(`state.${happening.state}`) })}</p>
          <Quote text={happening.note} />
        </>
      );
    case 'note':
      return (
        <>
          <p>
            {t('timeline.note')} <span className="text-ink-2">({t(`note.is.${happening.visibility}`)})</span>
          </p>
          <Quote text={happening.body} />
        </>
      );
    case 'edit':
      return <p>{editWords(happening, t, day, locale)}</p>;
  }
}

function Quote({ text }: { text: string | null }) {
  if (!text) return null;
  return (
    <blockquote className="border-s-2 border-line-2 ps-3 text-sm whitespace-pre-wrap text-ink-2">
      {text}
    </blockquote>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<'pair'>>>;

function editWords(
  { fields, changes, nextStepOwner, owner }: Extract<Happening, { kind: 'edit' }>,
  t: Words,
  day: (text: string | null) => string,
  locale: Locale,
): string {
  const none = t('page.none');
  const name = (person: PersonName | null) => (person ? shownName(person, locale) : none);
  const sentences = fields.flatMap((field) => {
    if (field === 'nextStep') return t('timeline.edit.nextStep', { to: changes.nextStep || none });
    if (field === 'nextStepOn')
      return t('timeline.edit.nextStepOn', { to: day(changes.nextStepOn ?? null) || none });
    if (field === 'nextStepOwnerId') return t('timeline.edit.nextStepOwner', { to: name(nextStepOwner) });
    return field === 'ownerId' ? t('timeline.edit.owner', { to: name(owner) }) : [];
  });
  return sentences.join(' · ');
}
