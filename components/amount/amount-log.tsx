import { getTranslations } from 'next-intl/server';
import { VoidEntry } from '@/components/form/void-entry';
import { Badge } from '@/components/ui/badge';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { amountOperations } from '@/lib/amount/operations';
import type { AmountRecord } from '@/lib/amount/schema';
import { dayText, formatDateTime, formatDay } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { formatMoneyExact, money } from '@/lib/core/money';
import { shownName } from '@/lib/core/shown-name';
import { dayInZone } from '@/lib/core/zones';

type Props = {
  pairId: string;
  entries: readonly AmountRecord[];
  liveId: string | null;
  homeZone: string;
  locale: Locale;
  canVoid: boolean;
};

/** Every entry with every digit, the newest first; voided ones stay readable. */
export async function AmountLog({ pairId, entries, liveId, canVoid, homeZone, locale }: Props) {
  const t = await getTranslations('amount');
  return (
    <TableScroll label={t('log')}>
      <Table caption={t('log')} dense>
        <thead>
          <tr>
            <HeaderCell>{t('effectiveOn')}</HeaderCell>
            <HeaderCell>{t('rungName')}</HeaderCell>
            <HeaderCell numeric>{t('amount')}</HeaderCell>
            <HeaderCell>{t('sourceName')}</HeaderCell>
            <HeaderCell>{t('evidenceOrReason')}</HeaderCell>
            <HeaderCell>{t('recorded')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {entries.toReversed().map((entry) => {
            const recorded = new Date(entry.recordedAt);
            const exact =
              entry.minor && entry.currency
                ? formatMoneyExact(money(entry.minor, entry.currency), locale)
                : '–';
            return (
              <tr key={entry.id} className={entry.voided ? 'text-ink-2' : undefined}>
                <Cell className="whitespace-nowrap">{dayText(entry.effectiveOn, locale)}</Cell>
                <Cell className="whitespace-nowrap">
                  {t(`rung.${entry.rung}`)} {entry.id === liveId && <Badge tone="action">{t('live')}</Badge>}
                  {entry.voided && <Badge tone="outline">{t('voided')}</Badge>}
                </Cell>
                <Cell numeric>{entry.voided ? <del>{exact}</del> : exact}</Cell>
                <Cell className="whitespace-nowrap">{t(`source.${entry.source}`)}</Cell>
                <Cell>{[entry.evidence, entry.reason].filter(Boolean).join(' · ') || '–'}</Cell>
                <Cell>
                  <span title={formatDateTime(recorded, homeZone, locale)}>
                    {formatDay(dayInZone(recorded, homeZone), locale)}
                  </span>{' '}
                  <span className="text-ink-2">{entry.by && shownName(entry.by, locale)}</span>{' '}
                  {canVoid && entry.canVoid && (
                    <VoidEntry
                      what={`${t(`rung.${entry.rung}`)} ${exact}`}
                      operation={amountOperations.voidAmount}
                      entry={{ pairId, amountId: entry.id }}
                    />
                  )}
                </Cell>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </TableScroll>
  );
}
