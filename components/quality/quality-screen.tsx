import { useLocale, useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { dayText, formatNumber } from '@/lib/core/dates';
import { formatMoney, money } from '@/lib/core/money';
import type { Quality } from '@/lib/quality/schema';
import { type FindingContext, FindingRow } from './finding-row';

/** So many rows of a check stand open; the others wait behind one press. */
const OPEN_ROWS = 10;

type Props = { quality: Quality; context: FindingContext };
type CheckFound = Quality['checks'][number];

/** What to mend, check by check: how many, why it matters, and the way to where it is mended. */
export function QualityScreen({ quality, context }: Props) {
  const t = useTranslations('quality');
  const locale = useLocale();
  const date = dayText(quality.today, locale);
  const found = quality.checks.filter(({ count }) => count > 0);
  const clear = quality.checks.filter(({ count }) => count === 0);
  return (
    <div className="grid max-w-5xl gap-6">
      <p className="text-sm text-ink-2">
        {t('asOf', { date, zone: quality.timeZone })} {context.canMend ? t('mends') : t('reads')}
      </p>
      {found.length === 0 ? (
        <EmptyState title={t('clear.all', { date })} />
      ) : (
        <nav aria-label={t('overview')}>
          <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
            {found.map(({ check, count }) => (
              <li key={check} className="flex items-baseline justify-between gap-3 border-b border-line py-1">
                <TextLink href={`#${check}`}>{t(`check.${check}.title`)}</TextLink>
                <span className="font-bold tabular-nums">{formatNumber(count)}</span>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {found.map((each) => (
        <CheckPanel key={each.check} {...{ each, context }} limit={quality.evidenceLimit} />
      ))}
      {clear.length > 0 && (
        <Panel title={t('clear.title')} look="plain">
          <ul className="grid gap-1 text-sm text-ink-2">
            {clear.map(({ check }) => (
              <li key={check}>
                {t(`check.${check}.title`)}
                {check === 'amount_without_evidence' && !quality.evidenceLimit && ` (${t('noLimit')})`}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}

type PanelProps = { each: CheckFound; limit: Quality['evidenceLimit']; context: FindingContext };

function CheckPanel({ each: { check, count, findings }, limit, context }: PanelProps) {
  const t = useTranslations('quality');
  const locale = useLocale();
  const rows = findings.map((finding, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once and never reordered
    <FindingRow key={index} {...{ check, finding, context }} />
  ));
  const above =
    check === 'amount_without_evidence' && limit
      ? t('limit', { amount: formatMoney(money(limit.minor, limit.currency), locale) })
      : '';
  return (
    <div id={check} className="scroll-mt-16">
      <Panel title={t(`check.${check}.title`)} note={t('count', { count })}>
        <p className="text-sm text-ink-2">
          {t(`check.${check}.why`)} {above}
        </p>
        <ul>{rows.slice(0, OPEN_ROWS)}</ul>
        {rows.length > OPEN_ROWS && (
          <details>
            <summary className="ui-link w-fit">{t('more', { count: rows.length - OPEN_ROWS })}</summary>
            <ul>{rows.slice(OPEN_ROWS)}</ul>
          </details>
        )}
      </Panel>
    </div>
  );
}
