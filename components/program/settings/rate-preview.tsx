import { useTranslations } from 'next-intl';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { formatDay, formatNumber } from '@/lib/core/dates';
import { parseDay, WRITTEN_YEARS } from '@/lib/core/days';
import type { Locale } from '@/lib/core/locale';
import { formatRate } from '@/lib/core/money';
import { effectOf, type RateEntry, type RateLine } from '@/lib/program/rules/rate-lines';

type Props = { lines: readonly RateLine[]; rates: readonly RateEntry[]; locale: Locale };

const SHOWN = 200;
/** As text: a year is no figure with a comma in it. */
const YEARS = { min: String(WRITTEN_YEARS.min), max: String(WRITTEN_YEARS.max) };

/** What each line would do, wrong ones first, so that none of them is missed in a long table. */
export function RatePreview({ lines, rates, locale }: Props) {
  const t = useTranslations('program.rates');
  const ordered = [...lines.filter(({ problem }) => problem), ...lines.filter(({ problem }) => !problem)];
  const caption = t('import.caption');
  return (
    <div className="grid gap-2">
      <TableScroll label={caption} className="max-h-96">
        <Table caption={caption} dense>
          <thead>
            <tr>
              <HeaderCell numeric>{t('import.line')}</HeaderCell>
              <HeaderCell>{t('on')}</HeaderCell>
              <HeaderCell numeric>{t('rate')}</HeaderCell>
              <HeaderCell>{t('source')}</HeaderCell>
              <HeaderCell>{t('import.effect')}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {ordered.slice(0, SHOWN).map((line) => (
              <tr key={line.line}>
                <Cell numeric>{formatNumber(line.line)}</Cell>
                {line.entry ? (
                  <EntryCells {...{ entry: line.entry, rates, locale }} />
                ) : (
                  <>
                    <Cell colSpan={3} className="break-all text-ink-2">
                      {line.text.slice(0, 120)}
                    </Cell>
                    <Cell className="text-danger">
                      <span aria-hidden="true">× </span>
                      {t(`import.problem.${line.problem}`, YEARS)}
                    </Cell>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
      {ordered.length > SHOWN && (
        <p className="text-xs text-ink-2">
          {t('import.more', { count: formatNumber(ordered.length - SHOWN) })}
        </p>
      )}
    </div>
  );
}

function EntryCells({ entry, rates, locale }: { entry: RateEntry } & Omit<Props, 'lines'>) {
  const t = useTranslations('program.rates.import');
  const day = parseDay(entry.on);
  const before = rates.find(
    ({ base, quote, on }) => base === entry.base && quote === entry.quote && on === entry.on,
  );
  const effect = effectOf(entry, rates);
  return (
    <>
      <Cell className="whitespace-nowrap tabular-nums">{day && formatDay(day, locale)}</Cell>
      <Cell numeric>{formatRate(entry, locale)}</Cell>
      <Cell className="min-w-32">{entry.source}</Cell>
      <Cell>
        {effect === 'replaces' && before
          ? t('replaces', { rate: formatRate(before, locale), source: before.source })
          : t(effect === 'same' ? 'same' : 'new')}
      </Cell>
    </>
  );
}
