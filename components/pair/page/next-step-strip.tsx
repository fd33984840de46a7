import { getTranslations } from 'next-intl/server';
import { type Day, formatDay, formatRelativeDays, parseDay } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { type NamedPerson, shownName } from '@/lib/core/shown-name';
import { nextStepValues } from '@/lib/pair/rules/edits';
import { isClosed } from '@/lib/pair/rules/stages';
import type { PairItem, PossibleOwner } from '@/lib/pair/schema';
import { NextStep } from './next-step';

type Props = {
  pair: PairItem;
  owners: readonly PossibleOwner[];
  today: Day;
  locale: Locale;
  canEdit: boolean;
  /** The officer in charge is the office's own business. */
  canAssign: boolean;
};

/** What happens next, by when, by whom: one line across the page. */
export async function NextStepStrip({ pair, owners, today, locale, canEdit, canAssign }: Props) {
  const t = await getTranslations('pair.page');
  const step = pair.nextStep;
  const on = step?.on ? parseDay(step.on) : null;
  const isOverdue = on !== null && on < today && !isClosed(pair.status);
  const office = owners.filter((owner) => owner.side === 'program');
  return (
    <section aria-label={t('nextStep')} className="rounded-lg border border-line px-4 py-3">
      <NextStep
        pairId={pair.id}
        version={pair.version}
        values={nextStepValues(pair)}
        stepOwners={withCurrent(owners, step?.owner ?? null)}
        pairOwners={canAssign ? withCurrent(office, pair.owner) : null}
        hasStep={step !== null}
        canEdit={canEdit}
      >
        <dl className="flex min-w-0 flex-1 flex-wrap gap-x-8 gap-y-3">
          <Item term={t('nextStep')} grow>
            {step ? (
              <span className="font-medium">{step.text}</span>
            ) : (
              <span className="text-ink-2">{t(canEdit ? 'noNextStep' : 'none')}</span>
            )}
          </Item>
          {on && (
            <Item term={t('nextStepOn')}>
              {formatDay(on, locale)}{' '}
              <span className={isOverdue ? 'font-bold text-danger' : 'text-ink-2'}>
                {formatRelativeDays(on, today, locale)}
              </span>
            </Item>
          )}
          {step && (
            <Item term={t('nextStepOwner')}>{step.owner ? shownName(step.owner, locale) : t('nobody')}</Item>
          )}
          <Item term={t('owner')}>{pair.owner ? shownName(pair.owner, locale) : t('nobody')}</Item>
        </dl>
      </NextStep>
    </section>
  );
}

function Item({ term, grow, children }: { term: string; grow?: boolean; children: React.ReactNode }) {
  return (
    <div className={grow ? 'min-w-48 flex-1' : undefined}>
      <dt className="text-xs text-ink-2">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Who owns it now stays choosable, though the viewer may not name that person anew. */
function withCurrent(owners: readonly PossibleOwner[], current: NamedPerson | null) {
  const list: NamedPerson[] = owners.map(({ id, name, nameEn }) => ({ id, name, nameEn }));
  return current && !list.some(({ id }) => id === current.id) ? [current, ...list] : list;
}
