import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { ladderOf } from '@/lib/amount/rules';
import type { AmountRecord } from '@/lib/amount/schema';
import type { Locale } from '@/lib/core/locale';
import { AddAmount } from './add-amount';
import { AmountLog } from './amount-log';
import { Ladder } from './ladder';

type Props = {
  pairId: string;
  entries: readonly AmountRecord[];
  homeZone: string;
  today: string;
  baseCurrency: string;
  locale: Locale;
  canAdd: boolean;
  /** The office writes down what anybody told it; a startup speaks for itself. */
  namesSource: boolean;
  isPairClosed: boolean;
  mayReopen: boolean;
  /** The as-of date's words where it is not today. */
  asOf: string | null;
};

/** A pair's money: the ladder as it stands, and every entry behind it. */
export async function Amounts(props: Props) {
  const { entries, canAdd, namesSource, isPairClosed, mayReopen, today, baseCurrency, asOf, ...rest } = props;
  const t = await getTranslations('amount');
  const { pairId, locale } = rest;
  const ladder = ladderOf(entries);
  const note = asOf && t('asOf', { date: asOf });
  const add = canAdd && (
    <AddAmount {...{ pairId, today, baseCurrency, namesSource, isPairClosed, mayReopen }} />
  );
  if (entries.length === 0) {
    return (
      <Panel title={t('title')} look="plain" note={note}>
        <EmptyState title={t('none')} actions={add}>
          {canAdd ? t('noneText') : null}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel title={t('title')} look="plain" note={note} actions={add}>
      <Ladder ladder={ladder} locale={locale} />
      <details>
        <summary className="ui-link w-fit">{t('showLog', { count: entries.length })}</summary>
        <div className="pt-3">
          <AmountLog entries={entries} liveId={ladder.live?.id ?? null} canVoid={canAdd} {...rest} />
        </div>
      </details>
    </Panel>
  );
}
