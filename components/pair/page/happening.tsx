import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { MoneyText } from '@/components/amount/money-text';
import type { Rung, Source } from '@/lib/amount/rules';
import { dayText } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { type PersonName, shownName } from '@/lib/core/shown-name';
import type { Zones } from '@/lib/core/zones';
import type { PairStatus, Stage } from '@/lib/pair/rules/stages';
import type { Happening } from '@/lib/pair/schema/history';
import { ZonedRange } from '../zoned-time';

type Props = { happening: Happening; voided: boolean; zones: Zones; locale: Locale };

/** One thing that happened, as a sentence and what belongs to it. */
export async function HappeningWords({ happening, voided, zones, locale }: Props) {
  const t = await getTranslations('pair');
  const amount = await getTranslations('amount');
  const wave = await getTranslations('wave');
  const day = (text: string | null) => dayText(text ?? '', locale);
  const struck = (sentence: ReactNode) => (voided ? <del>{sentence}</del> : sentence);
  const { sentence, detail, quote } = partsOf();
  return (
    <>
      <p>{sentence}</p>
      {detail}
      {quote && (
        <blockquote className="border-s-2 border-line-2 ps-3 text-sm whitespace-pre-wrap text-ink-2">
          {quote}
        </blockquote>
      )}
    </>
  );

  function partsOf(): { sentence: ReactNode; detail?: ReactNode; quote?: string | null } {
    switch (happening.kind) {
      case 'stage': {
        const { from, to, reason } = happening;
        const moved = from && t('timeline.stage', { from: t(`stage.${from}`), to: t(`stage.${to}`) });
        return { sentence: struck(moved ?? t('timeline.opened')), quote: reason };
      }
      case 'status': {
        const [from, to] = [t(`status.${happening.from}`), t(`status.${happening.to}`)];
        const sentence = (
          <>
            {struck(t('timeline.status', { from, to }))}
            {happening.reasonCode && ` ${t(`reason.${happening.reasonCode}`)}`}
          </>
        );
        return { sentence, quote: happening.reason };
      }
      case 'void': {
        const what =
          happening.of === 'stage'
            ? t(`stage.${happening.what as Stage}`)
            : happening.of === 'status'
              ? t(`status.${happening.what as PairStatus}`)
              : amount(`rung.${happening.what as Rung}`);
        const sentences = [
          t(`timeline.void.${happening.of}`, { what }),
          happening.isUndo && t('timeline.undone'),
        ];
        return { sentence: sentences.filter(Boolean).join(' '), quote: happening.reason };
      }
      case 'meeting': {
        const { event, startsAt, endsAt, reason } = happening;
        const stage = t(`stage.${happening.stage}`);
        return {
          sentence:
            event === 'no_show'
              ? t(`timeline.noShow.${happening.side ?? 'both'}`, { stage })
              : t(`timeline.meeting.${event}`, { stage }),
          detail: (event === 'booked' || event === 'moved') && (
            <div className="text-sm">
              <ZonedRange at={startsAt} to={endsAt} zones={zones} locale={locale} />
            </div>
          ),
          quote: reason,
        };
      }
      case 'outcome': {
        const { stage, interest, nextStep, nextStepOn } = happening;
        return {
          sentence: t('timeline.outcome', { stage: t(`stage.${stage}`), interest }),
          detail: nextStep && (
            <p className="text-sm text-ink-2">
              {t('timeline.nextStep', { text: nextStep })} {day(nextStepOn)}
            </p>
          ),
        };
      }
      case 'amount': {
        const rung = amount(`rung.${happening.rung as Rung}`);
        return {
          sentence: struck(
            <>
              {t(happening.minor === null ? 'timeline.ended' : 'timeline.amount', { rung })}{' '}
              <MoneyText {...happening} locale={locale} className="font-bold" />
            </>,
          ),
          detail: (
            <p className="text-sm text-ink-2">
              {t('timeline.source', { source: amount(`source.${happening.source as Source}`) })}
              {happening.evidence && ` · ${happening.evidence}`}
            </p>
          ),
          quote: happening.reason,
        };
      }
      case 'wave': {
        const state = wave(`state.${happening.state}`);
        return { sentence: wave('timeline', { months: happening.months, state }), quote: happening.note };
      }
      case 'note': {
        const sentence = (
          <>
            {t('timeline.note')} <span className="text-ink-2">({t(`note.is.${happening.visibility}`)})</span>
          </>
        );
        return { sentence, quote: happening.body };
      }
      case 'edit':
        return { sentence: editWords(happening, t, day, locale) };
    }
  }
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
