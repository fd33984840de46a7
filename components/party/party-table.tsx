import { useLocale, useTranslations } from 'next-intl';
import { LogoMark } from '@/components/file/logo-mark';
import { TextLink } from '@/components/ui/link-button';
import { Menu } from '@/components/ui/menu';
import { RampTile, type RampTone } from '@/components/ui/ramp-tile';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { isCurrency } from '@/lib/core/currencies';
import { formatMoney, formatMoneyExact, money } from '@/lib/core/money';
import { nameIn, shownName } from '@/lib/core/shown-name';
import type { LiveRung } from '@/lib/pair/rules/item';
import { type PartyKind, SECTORS } from '@/lib/party/rules';
import type { PartyFigures, PartyItem, RungAmount } from '@/lib/party/schema';
import { PROGRAM_STAGES } from '@/lib/program/schema';
import { PARTY_LOOKS, partiesPath, usePartyLabel, usePartyText } from './kinds';
import { listSearchOf } from './list-address';

type Props = {
  slug: string;
  kind: PartyKind;
  parties: readonly PartyItem[];
  /** Goes on to the profile. */
  search: string;
  /** A startup's people read the public profiles only. */
  withFigures: boolean;
};

/** One line a party: where its pairs stand and what money stands behind them. */
export function PartyTable({ slug, kind, parties, search, withFigures }: Props) {
  const t = useTranslations();
  const label = usePartyLabel(kind);
  const text = usePartyText();
  const locale = useLocale();
  const { columns, columnsFrom } = PARTY_LOOKS[kind];
  const hidden = withFigures ? columnsFrom : '';
  return (
    <TableScroll label={t(`${kind}.list.caption`)}>
      <Table caption={t(`${kind}.list.caption`)} dense>
        <thead>
          <tr>
            <HeaderCell>{t(`${kind}.list.name`)}</HeaderCell>
            {columns.map((field) => (
              <HeaderCell key={field} className={hidden}>
                {label(field)}
              </HeaderCell>
            ))}
            {withFigures && <FigureHeads />}
          </tr>
        </thead>
        <tbody>
          {parties.map((party) => (
            <tr key={party.id}>
              <HeaderCell scope="row" className="font-normal max-md:min-w-24">
                <span className="flex items-center gap-2.5">
                  <LogoMark slug={slug} name={shownName(party, locale)} logoId={party.logoId} />
                  <span className="min-w-0">
                    <TextLink
                      href={`${partiesPath(slug, kind)}/${party.id}${search}`}
                      className="font-medium"
                    >
                      {shownName(party, locale)}
                    </TextLink>
                    <OtherName party={party} className="block text-sm text-ink-2" />
                  </span>
                </span>
              </HeaderCell>
              {columns.map((field) => (
                <Cell
                  key={field}
                  className={`${field === 'focus' ? 'text-sm' : 'whitespace-nowrap'} ${hidden}`}
                >
                  {text(field, Reflect.get(party, field))}
                </Cell>
              ))}
              {withFigures && <FigureCells figures={party.figures} />}
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

/** The name in the language that is not the reader's, where it is another one. */
export function OtherName({
  party,
  className,
}: {
  party: { name: string; nameEn?: string };
  className?: string;
}) {
  const locale = useLocale();
  const other = locale === 'en' ? party.name : party.nameEn;
  if (!other || other === nameIn(party, locale)) return null;
  return (
    <span className={className} lang={locale === 'en' ? 'ko' : 'en'}>
      {other}
    </span>
  );
}

const STANDINGS = ['candidate', ...PROGRAM_STAGES] as const;

/** A tile for each stage, its name for who does not see it. */
function FigureHeads() {
  const t = useTranslations('pair.stage');
  const party = useTranslations('party');
  return (
    <>
      {STANDINGS.map((stage, index) => (
        <HeaderCell key={stage} numeric className="max-md:hidden">
          <span className="inline-flex" title={t(stage)}>
            <RampTile tone={String(index) as RampTone} />
            <span className="sr-only">{t(stage)}</span>
          </span>
        </HeaderCell>
      ))}
      <HeaderCell numeric className="max-md:hidden">
        {party('closed')}
      </HeaderCell>
      <HeaderCell numeric className="max-md:whitespace-normal">
        {party('reachedMain')}
      </HeaderCell>
      <HeaderCell numeric>{party('money')}</HeaderCell>
    </>
  );
}

/** Open pairs by stage, closed ones, how many ever reached the main session, and the money. */
function FigureCells({ figures }: { figures: PartyFigures | null }) {
  const count = (value: number | undefined) =>
    value ? value : <span className="text-ink-2">{value === 0 ? '·' : '–'}</span>;
  return (
    <>
      {STANDINGS.map((stage) => (
        <Cell key={stage} numeric className="max-md:hidden">
          {count(figures?.standing[stage])}
        </Cell>
      ))}
      <Cell numeric className="max-md:hidden">
        {count(figures?.closed)}
      </Cell>
      <Cell numeric className="font-medium">
        {count(figures?.reachedMain)}
      </Cell>
      <Cell numeric>
        <AmountLines amounts={figures?.amounts ?? []} />
      </Cell>
    </>
  );
}

/** One line a rung and currency, never a sum of them; a dash where there is no money. */
export function AmountLines({ amounts }: { amounts: readonly RungAmount[] }) {
  const t = useTranslations('amount.rung');
  const locale = useLocale();
  const lines = amounts.filter((amount) => amount.minor !== '0');
  if (lines.length === 0) return <span className="text-ink-2">–</span>;
  return (
    <ul className="grid justify-items-end gap-0.5">
      {lines.map(({ rung, currency, minor }) => {
        const value = isCurrency(currency) ? money(minor, currency) : null;
        return (
          <li
            key={`${rung} ${currency}`}
            className="flex items-baseline gap-x-2 whitespace-nowrap max-md:flex-col max-md:items-end"
          >
            <span className="text-xs text-ink-2">{t(rung as LiveRung)}</span>
            {value && (
              <span className="font-medium" title={formatMoneyExact(value, locale)}>
                {formatMoney(value, locale)}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** One sector or all, as addresses: the choice survives a reload and can be sent. */
export function SectorFilter({ path, asked }: { path: string; asked: Record<string, string> }) {
  const t = useTranslations('startup');
  const { sector, ...rest } = asked;
  const chosen = SECTORS.find((each) => each === sector);
  return (
    <Menu
      trigger={chosen ? t(`sector.${chosen}`) : t('list.allSectors')}
      items={[
        { id: 'all', label: t('list.allSectors'), href: path + listSearchOf(rest), checked: !chosen },
        ...SECTORS.map((each) => ({
          id: each,
          label: t(`sector.${each}`),
          href: path + listSearchOf({ ...rest, sector: each }),
          checked: each === chosen,
        })),
      ]}
    />
  );
}
