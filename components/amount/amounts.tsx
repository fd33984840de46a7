import { getTranslations } from 'next-intl/server';
import { EvidenceFiles } from '@/components/file/evidence-files';
import { VoidEntry } from '@/components/form/void-entry';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { amountOperations } from '@/lib/amount/operations';
import { LADDER, type Ladder as LadderOf, ladderOf } from '@/lib/amount/rules';
import type { AmountRecord } from '@/lib/amount/schema';
import { dayText, formatDateTime, formatDay } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { formatMoneyExact, money } from '@/lib/core/money';
import { shownName } from '@/lib/core/shown-name';
import { dayInZone } from '@/lib/core/zones';
import { sizeText } from '@/lib/file/rules';
import type { FileRecord } from '@/lib/file/schema';
import { AddAmount } from './add-amount';
import { MoneyText } from './money-text';

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

type LadderProps = { ladder: LadderOf<AmountRecord>; locale: Locale };

/** The ladder from the top, the live rung marked; who said what stands side by side. */
async function Ladder({ ladder, locale }: LadderProps) {
  const t = await getTranslations('amount');
  const { live, ended, rungs } = ladder;
  return (
    <div className="grid gap-3">
      {ended && (
        <p className="flex flex-wrap items-baseline gap-2">
          <Badge tone="outline">{t(`rung.${ended.rung}`)}</Badge>
          <span>{dayText(ended.effectiveOn, locale)}</span>
          {ended.reason && <span className="text-ink-2">{ended.reason}</span>}
        </p>
      )}
      {!live && !ended && <p className="text-ink-2">{t('nothingCounts')}</p>}
      <ol aria-label={t('ladder')} className="ladder">
        {rungs.map(({ rung, said }) => {
          const state = live?.rung === rung ? 'live' : said.length > 0 ? 'past' : 'empty';
          return (
            <li
              key={rung}
              className="ladder-rung"
              data-state={state}
              aria-current={state === 'live' ? 'true' : undefined}
            >
              <span className="ladder-mark" aria-hidden="true">
                {state === 'live' ? '●' : state === 'past' ? '✓' : ''}
              </span>
              <span className={state === 'empty' ? 'text-ink-2' : 'font-medium'}>
                {t(`rung.${rung}`)}
                {state === 'live' && (
                  <span className="block text-xs text-action-soft-ink">{t('counts')}</span>
                )}
              </span>
              <span className="grid gap-0.5">
                {said.length === 0 && <span className="text-ink-2">–</span>}
                {said.map((entry, at) => (
                  <span key={entry.id} className="flex flex-wrap items-baseline gap-x-2">
                    <MoneyText
                      {...entry}
                      locale={locale}
                      className={state === 'live' && at === 0 ? 'text-md font-bold' : undefined}
                    />
                    {!entry.minor && <span>{t('noMoney')}</span>}
                    <span className="text-sm text-ink-2">
                      {t('saidBy', {
                        source: t(`source.${entry.source}`),
                        date: dayText(entry.effectiveOn, locale),
                      })}
                    </span>
                    {evidenceWords(entry) && (
                      <span className="text-sm text-ink-2">{evidenceWords(entry)}</span>
                    )}
                    <EvidenceFiles
                      {...{ pairId: '', amountId: entry.id, files: entry.files, canAttach: false }}
                    />
                  </span>
                ))}
              </span>
            </li>
          );
        })}
      </ol>
      {live && (
        <p className="text-xs text-ink-2">
          {LADDER[live.rung].sum ? t(`countsIn.${LADDER[live.rung].sum ?? 'discussed'}`) : t('countsNowhere')}
        </p>
      )}
    </div>
  );
}

/** What was written down as evidence, where it is not the name of a file that stands beside it. */
function evidenceWords({ evidence, files }: AmountRecord): string | null {
  return files.some(({ name }) => name === evidence) ? null : evidence;
}

type LogProps = Pick<Props, 'pairId' | 'entries' | 'homeZone' | 'locale'> & {
  liveId: string | null;
  canVoid: boolean;
};

/** Every entry with every digit, the newest first; voided ones stay readable. */
async function AmountLog({ pairId, entries, liveId, canVoid, homeZone, locale }: LogProps) {
  const [t, files] = await Promise.all([getTranslations('amount'), getTranslations('file')]);
  const lineOf = ({ size, createdAt, by }: FileRecord) =>
    files(by ? 'addedBy' : 'addedOn', {
      size: sizeText(size),
      date: formatDay(dayInZone(new Date(createdAt), homeZone), locale),
      name: by ? shownName(by, locale) : '',
    });
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
                <Cell>
                  {[evidenceWords(entry), entry.reason].filter(Boolean).join(' · ') ||
                    (entry.files.length > 0 ? null : '–')}{' '}
                  <EvidenceFiles
                    {...{ pairId, amountId: entry.id, files: entry.files }}
                    lines={Object.fromEntries(entry.files.map((file) => [file.id, lineOf(file)]))}
                    canAttach={canVoid && !entry.voided}
                  />
                </Cell>
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
