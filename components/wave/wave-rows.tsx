import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { nameOfMeeting } from '@/components/meeting/meeting-row';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { formatDay } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';
import { shownName } from '@/lib/core/shown-name';
import { dayInZone } from '@/lib/core/zones';
import type { WaveMonths } from '@/lib/program/rules';
import type { WaveRow } from '@/lib/wave/schema';
import { AnswerButtons } from './answer-buttons';

type Props = {
  slug: string;
  zone: string;
  months: WaveMonths;
  rows: readonly WaveRow[];
  caption: string;
  /** The office, on the day that is today and once the wave is open. */
  canAnswer: boolean;
};

/** Who is asked, what became of it by the day shown, and the answer, given in place with one press. */
export function WaveRows({ slug, zone, months, rows, caption, canAnswer }: Props) {
  const t = useTranslations('wave.rows');
  return (
    <TableScroll label={caption}>
      <Table caption={caption} dense className="min-w-[46rem]">
        <thead>
          <tr>
            <HeaderCell>{t('startup')}</HeaderCell>
            <HeaderCell>{t('investor')}</HeaderCell>
            <HeaderCell>{t('now')}</HeaderCell>
            <HeaderCell>{t('answer')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.pairId} {...{ slug, zone, months, row, canAnswer }} />
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

type RowProps = Omit<Props, 'rows' | 'caption'> & { row: WaveRow };

function Row({ slug, zone, months, row, canAnswer }: RowProps) {
  const t = useTranslations('wave.rows');
  const locale = useLocale();
  const pair = nameOfMeeting(row, locale);
  return (
    <tr>
      <HeaderCell scope="row">{shownName(row.startup, locale)}</HeaderCell>
      <Cell>
        <Link
          href={`/programs/${slug}/pairs/${row.pairId}`}
          className="ui-link"
          aria-label={t('openPair', { pair })}
        >
          {row.investor.name}
        </Link>
      </Cell>
      <Cell className="text-sm">
        <Standing row={row} />
      </Cell>
      <Cell>
        <div className="grid gap-1">
          {canAnswer && (
            <AnswerButtons {...{ months, pair }} pairId={row.pairId} stands={row.answer?.state ?? null} />
          )}
          <Answered row={row} zone={zone} silent={canAnswer} />
        </div>
      </Cell>
    </tr>
  );
}

/** Stage, status and rung as of the day shown, and when money came in. */
function Standing({ row: { stage, status, rung, paidOn } }: { row: WaveRow }) {
  const t = useTranslations('wave.rows');
  const pair = useTranslations('pair');
  const amount = useTranslations('amount.rung');
  const locale = useLocale();
  const day = paidOn && parseDay(paidOn);
  const said = [
    pair(`stage.${stage}`),
    pair(`status.${status}`),
    rung && amount(rung),
    day && t('paidOn', { date: formatDay(day, locale) }),
  ];
  return said.filter(Boolean).join(' · ');
}

/** The answer that stands, by whom and when; `silent` where buttons already say that there is none. */
function Answered({ row: { answer }, zone, silent }: { row: WaveRow; zone: string; silent: boolean }) {
  const t = useTranslations('wave');
  const report = useTranslations('report');
  const locale = useLocale();
  if (!answer) return silent ? null : <span className="text-sm text-ink-2">{t('rows.notYet')}</span>;
  const date = formatDay(dayInZone(new Date(answer.effectiveAt), zone), locale);
  const said = t('rows.asked', {
    state: t(`state.${answer.state}`),
    by: answer.by ? shownName(answer.by, locale) : report('somebody'),
    date,
  });
  return (
    <p className="text-xs text-ink-2">
      {said}
      {answer.note && ` · ${answer.note}`}
    </p>
  );
}
