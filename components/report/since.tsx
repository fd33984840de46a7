import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { nameOfMeeting } from '@/components/meeting/meeting-row';
import { HappeningWords } from '@/components/pair/page/happening';
import { FigureTable } from '@/components/ui/figure-table';
import { TextLink } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { dayText, formatDateTime } from '@/lib/core/dates';
import { type PersonName, shownName } from '@/lib/core/shown-name';
import type { Zones } from '@/lib/core/zones';
import { namedRate } from '@/lib/funnel/rules/label';
import type { ChangeRow, Difference, PartyChanges, RateRow, ReportChanges } from '@/lib/report/schema';
import { changeText, type FigureWords, figureWords } from './report-words';

/** Whether the same figures come out when they are counted again by the report's own two clocks. */
export async function Proof({
  recount: { differences, parties },
  isOlderRule,
}: Pick<ReportChanges, 'recount' | 'isOlderRule'>) {
  const [t, locale] = await Promise.all([getTranslations('report.proof'), getLocale()]);
  const names = (list: PartyChanges['left']) => list.map((one) => shownName(one, locale)).join(', ');
  if (differences.length === 0) {
    return (
      <Notice tone="done" title={t('same')}>
        {t('sameText')}
      </Notice>
    );
  }
  return (
    <Panel title={t('title')}>
      <Notice tone="warn" title={t('differs', { count: differences.length })}>
        <p>{t('differsText')}</p>
        {isOlderRule && <p>{t('leftOut')}</p>}
        {parties.left.length > 0 && <p>{t('left', { names: names(parties.left) })}</p>}
        {parties.returned.length > 0 && <p>{t('returned', { names: names(parties.returned) })}</p>}
      </Notice>
      <DifferenceTable differences={differences} caption={t('title')} />
    </Panel>
  );
}

/** So many entries stand open; the others wait behind one press. */
const OPEN_ROWS = 50;

type Props = { slug: string; zones: Zones; asOf: string; changes: ReportChanges };

/** What came to be known since: each figure that moved, and the entries that moved it. */
export async function ChangesSince({ slug, zones, asOf, changes: { differences, rows, rates } }: Props) {
  const [t, locale] = await Promise.all([getTranslations('report.since'), getLocale()]);
  const words = await figureWords(locale);
  const count = rows.length + rates.length;
  const line = { slug, zones, words };
  return (
    <div id="since" className="scroll-mt-4">
      <Panel title={t('title')} note={t('note', { asOf: dayText(asOf, locale) })}>
        {differences.length > 0 ? (
          <DifferenceTable differences={differences} caption={t('caption')} />
        ) : (
          <p className="text-ink-2">{count > 0 ? t('same') : t('none')}</p>
        )}
        {count > 0 && (
          <div className="grid gap-2">
            <h3 className="font-bold">{t('rows', { count })}</h3>
            <p className="text-xs text-ink-2">{t('rowsNote')}</p>
            <ul className="border-t border-line">
              {rates.map((rate) => (
                <RateLine key={rate.id} rate={rate} {...line} />
              ))}
              {rows.slice(0, OPEN_ROWS).map((row) => (
                <EntryLine key={row.id} row={row} {...line} />
              ))}
            </ul>
            {rows.length > OPEN_ROWS && (
              <details>
                <summary className="ui-link w-fit">{t('more', { count: rows.length - OPEN_ROWS })}</summary>
                <ul className="border-t border-line">
                  {rows.slice(OPEN_ROWS).map((row) => (
                    <EntryLine key={row.id} row={row} {...line} />
                  ))}
                </ul>
              </details>
            )}
          </div>
        )}
      </Panel>
    </div>
  );
}

type LineProps = { slug: string; zones: Zones; words: FigureWords };

async function EntryLine({ slug, zones, words, row }: LineProps & { row: ChangeRow }) {
  const [t, locale] = await Promise.all([getTranslations('report.since'), getLocale()]);
  const pair = nameOfMeeting(row, locale);
  return (
    <li className="grid gap-1 border-b border-line py-3 sm:grid-cols-[16rem_minmax(0,1fr)] sm:gap-4">
      <div className="grid content-start gap-1">
        <Link
          href={`/programs/${slug}/pairs/${row.pairId}`}
          className="ui-link w-fit"
          aria-label={t('open', { pair })}
        >
          {pair}
        </Link>
        <Recorded {...row} zone={zones[1]} />
      </div>
      <div className="grid min-w-0 content-start gap-1">
        <HappeningWords happening={row.happening} voided={false} zones={zones} locale={locale} />
        <Moved figures={row.figures} words={words} />
      </div>
    </li>
  );
}

async function RateLine({ slug, zones, words, rate }: LineProps & { rate: RateRow }) {
  const [t, locale] = await Promise.all([getTranslations('report.since'), getLocale()]);
  return (
    <li className="grid gap-1 border-b border-line py-3 sm:grid-cols-[16rem_minmax(0,1fr)] sm:gap-4">
      <div className="grid content-start gap-1">
        <TextLink href={`/programs/${slug}/settings/rates`} className="w-fit">
          {t('openRates')}
        </TextLink>
        <Recorded {...rate} zone={zones[1]} />
      </div>
      <div className="grid min-w-0 content-start gap-1">
        <p>
          {namedRate(rate, locale)} ({rate.source})
        </p>
        <Moved figures={rate.figures} words={words} />
      </div>
    </li>
  );
}

type Recording = { recordedAt: string; by: PersonName | null; zone: string };

async function Recorded({ recordedAt, by, zone }: Recording) {
  const [t, since, locale] = await Promise.all([
    getTranslations('report'),
    getTranslations('report.since'),
    getLocale(),
  ]);
  const at = formatDateTime(new Date(recordedAt), zone, locale);
  return (
    <p className="text-xs text-ink-2">
      <time dateTime={recordedAt}>{since('recorded', { at })}</time> ·{' '}
      {by ? shownName(by, locale) : t('somebody')}
    </p>
  );
}

async function Moved({ figures, words }: { figures: readonly string[]; words: FigureWords }) {
  const t = await getTranslations('report.since');
  const names = figures.map((figure) => words.name(figure)).join(', ');
  return (
    <p className="text-xs text-ink-2">{figures.length > 0 ? t('moved', { figures: names }) : t('unmoved')}</p>
  );
}

type DifferenceProps = { differences: readonly Difference[]; caption: string };

/** Figures that are not what they were, with what they were, what they are and what lies between. */
async function DifferenceTable({ differences, caption }: DifferenceProps) {
  const [t, locale] = await Promise.all([getTranslations('report.since'), getLocale()]);
  const words = await figureWords(locale);
  return (
    <FigureTable
      caption={caption}
      rows={differences}
      keyOf={({ figure }) => figure}
      columns={[
        { head: t('figure'), cell: ({ figure }) => words.name(figure) },
        { head: t('before'), cell: ({ before }) => words.value(before) },
        { head: t('now'), cell: ({ now }) => words.value(now) },
        { head: t('difference'), cell: (difference) => changeText(difference, locale) },
      ]}
    />
  );
}
