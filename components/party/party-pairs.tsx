import { useLocale, useTranslations } from 'next-intl';
import { MoneyText } from '@/components/amount/money-text';
import { pairAddresses } from '@/components/pair/pair-address';
import { toneOfPair } from '@/components/pair/stage-tone';
import { TextLink } from '@/components/ui/link-button';
import { RampTile } from '@/components/ui/ramp-tile';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { formatDayShort } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';
import { shownName } from '@/lib/core/shown-name';
import type { PairItem } from '@/lib/pair/schema';

import type { PartyKind } from '@/lib/party/rules';

type Props = {
  slug: string;
  pairs: readonly PairItem[];
  /** Which side the rows name: the other one. */
  names: PartyKind;
  query: Record<string, string>;
};

/** A party's pairs, the furthest first; those nobody has met yet are folded away. */
export function PartyPairs({ pairs, ...rest }: Props) {
  const t = useTranslations('party');
  const isCandidate = (pair: PairItem) => pair.stage === 'candidate' && pair.amounts.length === 0;
  const candidates = pairs.filter(isCandidate);
  const moved = pairs.filter((pair) => !isCandidate(pair));
  const label = t('candidates', { count: candidates.length });
  return (
    <>
      {moved.length > 0 ? (
        <PairTable caption={t('pairs')} pairs={moved} {...rest} />
      ) : (
        <p className="text-ink-2">{t('noPairsYet')}</p>
      )}
      {candidates.length > 0 && (
        <details>
          <summary className="py-2">{label}</summary>
          <PairTable caption={label} pairs={candidates} {...rest} />
        </details>
      )}
    </>
  );
}

function PairTable({ slug, pairs, names, query, caption }: Props & { caption: string }) {
  const t = useTranslations('party');
  const hrefOf = pairAddresses(slug, query);
  return (
    <TableScroll label={caption}>
      <Table caption={caption} dense>
        <thead>
          <tr>
            <HeaderCell>{t(names === 'startup' ? 'counterStartup' : 'counterInvestor')}</HeaderCell>
            <HeaderCell>{t('status')}</HeaderCell>
            <HeaderCell numeric className="max-sm:hidden">
              {t('amount')}
            </HeaderCell>
            <HeaderCell numeric className="max-sm:hidden">
              {t('interest')}
            </HeaderCell>
            <HeaderCell className="max-md:hidden">{t('nextStep')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <PairRow key={pair.id} pair={pair} names={names} href={hrefOf(pair.id)} />
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

type RowProps = { pair: PairItem; names: PartyKind; href: string };

function PairRow({ pair, names, href }: RowProps) {
  const stages = useTranslations('pair.stage');
  const statuses = useTranslations('pair.status');
  const rungs = useTranslations('amount.rung');
  const locale = useLocale();
  const name = names === 'startup' ? shownName(pair.startup, locale) : pair.investor.name;
  const amount = pair.amounts[0];
  const due = pair.nextStep?.on ? parseDay(pair.nextStep.on) : null;
  const money = amount && (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <span className="text-xs text-ink-2">{rungs(amount.rung)}</span>
      <MoneyText minor={amount.minor} currency={amount.currency} locale={locale} />
    </span>
  );
  return (
    <tr>
      <HeaderCell scope="row" className="font-normal">
        <span className="flex items-center gap-2.5">
          <RampTile
            className="shrink-0"
            tone={toneOfPair(pair.stage, pair.status)}
            marked={amount !== undefined}
          />
          <TextLink href={href}>{name}</TextLink>
        </span>
      </HeaderCell>
      <Cell className="whitespace-nowrap">
        {stages(pair.stage)}
        {pair.status !== 'open' && <span className="text-ink-2"> · {statuses(pair.status)}</span>}
        {money && <span className="block sm:hidden">{money}</span>}
      </Cell>
      <Cell numeric className="max-sm:hidden">
        {money ?? <span className="text-ink-2">–</span>}
      </Cell>
      <Cell numeric className="max-sm:hidden">
        {pair.interest ?? <span className="text-ink-2">–</span>}
      </Cell>
      <Cell className="max-md:hidden">
        {pair.nextStep?.text}
        {due && <span className="text-ink-2"> · {formatDayShort(due, locale)}</span>}
      </Cell>
    </tr>
  );
}
