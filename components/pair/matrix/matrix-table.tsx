'use client';

import { useLocale, useTranslations } from 'next-intl';
import { memo, type Ref } from 'react';
import { shownName } from '@/lib/core/shown-name';
import type { LiveRung } from '@/lib/pair/rules/item';
import type { Arrangement, Tallies, Tally } from './arrange';
import type { Look } from './cell-look';
import { MoneyLines, type PartyMoney } from './party-money';

type MatrixRow = { id: string; name: string; nameEn: string; sector: string };
export type Addresses = {
  pair: (pairId: string) => string;
  startup: (id: string) => string;
  investor: (id: string) => string;
};
export type MatrixTableProps = {
  startups: readonly MatrixRow[];
  investors: readonly { id: string; name: string }[];
  codes: readonly string[];
  ids: readonly (readonly (string | null)[])[] | null;
  arrangement: Arrangement;
  tallies: Tallies;
  money: PartyMoney;
  rung: LiveRung;
  sectors: readonly { key: string; label: string }[];
  look: (codes: string, column: number) => Look;
  addresses: Addresses;
  /** Drawn again only for new squares, names or order: pointing at a square touches none of it. */
  tableRef: Ref<HTMLTableElement>;
};

export const MatrixTable = memo(function MatrixTable(props: MatrixTableProps) {
  const { startups, investors, arrangement, tallies, money, rung, sectors, addresses, tableRef } = props;
  const t = useTranslations('pair.pipeline.matrix');
  const rungs = useTranslations('amount.rung');
  const most = Math.max(1, ...tallies.rows.map((row) => row.reachedMain));
  let line = -1;
  return (
    <table
      ref={tableRef}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its squares are moved through by arrow keys
      role="grid"
      className="mx-table"
      aria-label={t('label', { startups: arrangement.rows.length, investors: arrangement.columns.length })}
      aria-describedby="mx-help"
    >
      <thead>
        <tr>
          <td className="mx-corner" />
          {arrangement.columns.map((column) => {
            const investor = investors[column];
            return (
              investor && (
                <th key={investor.id} scope="col" className="mx-column">
                  <a href={addresses.investor(investor.id)} tabIndex={-1} title={investor.name}>
                    <span>{investor.name}</span>
                  </a>
                </th>
              )
            );
          })}
          <th scope="col" className="mx-sum-head" title={t('reachedMainHint')}>
            {t('reachedMain')}
          </th>
          <th scope="col" className="mx-sum-head" title={t('moneyHint', { rung: rungs(rung) })}>
            {rungs(rung)}
          </th>
        </tr>
      </thead>
      {arrangement.bands.map((band) => (
        <tbody key={band.key}>
          {band.key && (
            <tr className="mx-band">
              <th scope="rowgroup" colSpan={arrangement.columns.length + 3}>
                <span>
                  {sectors.find((sector) => sector.key === band.key)?.label ?? band.key}
                  <small>{band.rows.length}</small>
                </span>
              </th>
            </tr>
          )}
          {band.rows.map((row) => {
            const startup = startups[row];
            const tally = tallies.rows[row];
            line += 1;
            return (
              startup &&
              tally && (
                <Line
                  key={startup.id}
                  {...props}
                  startup={startup}
                  row={row}
                  line={line}
                  tally={tally}
                  most={most}
                  lines={money.get(startup.id) ?? NOTHING}
                />
              )
            );
          })}
        </tbody>
      ))}
      <MatrixFoot {...{ investors, arrangement, tallies, money, rung }} />
    </table>
  );
});

const NOTHING: readonly never[] = [];

type LineProps = MatrixTableProps & {
  startup: MatrixRow;
  row: number;
  line: number;
  tally: Tally;
  most: number;
  lines: readonly { currency: string; minor: string }[];
};

function Line({
  startup,
  row,
  line,
  tally,
  most,
  lines,
  arrangement,
  codes,
  ids,
  look,
  addresses,
}: LineProps) {
  const locale = useLocale();
  const code = codes[row] ?? '';
  return (
    <tr data-line={line}>
      <th scope="row" className="mx-row">
        <a href={addresses.startup(startup.id)} tabIndex={-1}>
          {shownName(startup, locale)}
        </a>
      </th>
      {arrangement.columns.map((column, place) => {
        const id = ids?.[row]?.[column];
        const { tone, sign, money, outside, label } = look(code, column);
        return (
          <td key={column}>
            {/* Without ids (a large program) the address is found when the square is opened. */}
            <a
              href={id ? addresses.pair(id) : undefined}
              tabIndex={line === 0 && place === 0 ? 0 : -1}
              role={id ? undefined : 'link'}
              className="ui-ramp"
              data-tone={tone}
              data-marked={money || undefined}
              data-outside={outside || undefined}
              aria-label={label}
            >
              {sign}
            </a>
          </td>
        );
      })}
      <td className="mx-sum">
        <TallyBar count={tally.reachedMain} of={most} />
      </td>
      <td className="mx-sum">
        <MoneyLines lines={lines} />
      </td>
    </tr>
  );
}

type FootProps = Pick<MatrixTableProps, 'investors' | 'arrangement' | 'tallies' | 'money' | 'rung'>;

/** The columns' own totals, under each investor. */
function MatrixFoot({ investors, arrangement, tallies, money, rung }: FootProps) {
  const t = useTranslations('pair.pipeline.matrix');
  const rungs = useTranslations('amount.rung');
  const most = Math.max(1, ...tallies.columns.map((column) => column.reachedMain));
  const shown = arrangement.columns.flatMap((column) => {
    const investor = investors[column];
    const tally = tallies.columns[column];
    return investor && tally ? [{ investor, tally }] : [];
  });
  const hasMoney = shown.some(({ investor }) => money.has(investor.id));
  return (
    <tfoot>
      <tr className="mx-foot">
        <th scope="row" title={t('reachedMainHint')}>
          {t('reachedMain')}
        </th>
        {shown.map(({ investor, tally }) => (
          <td key={investor.id}>
            <TallyBar standing count={tally.reachedMain} of={most} />
          </td>
        ))}
        <td className="mx-sum">
          <b>{tallies.all.reachedMain}</b>
        </td>
        <td />
      </tr>
      {hasMoney && (
        <tr className="mx-foot mx-foot-money">
          <th scope="row" title={t('moneyHint', { rung: rungs(rung) })}>
            {rungs(rung)}
          </th>
          {shown.map(({ investor }) => (
            <td key={investor.id}>
              {money.has(investor.id) && <MoneyLines lines={money.get(investor.id) ?? []} />}
            </td>
          ))}
          <td colSpan={2} />
        </tr>
      )}
    </tfoot>
  );
}

type TallyBarProps = { count: number; of: number; standing?: boolean };

/** A count with its bar: rows and columns can be compared without reading each number. */
function TallyBar({ count, of, standing }: TallyBarProps) {
  return (
    <span
      className="mx-bar"
      data-standing={standing || undefined}
      style={{ '--share': `${Math.round((count * 100) / of)}%` } as React.CSSProperties}
    >
      <span>{count}</span>
    </span>
  );
}
