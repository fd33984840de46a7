'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { RampTile, type RampTone } from '@/components/ui/ramp-tile';
import { formatNumber } from '@/lib/core/dates';
import { formatMoneyShort, money } from '@/lib/core/money';
import { STAGES, STATUSES } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import type { PairFacets } from '@/lib/pair/schema/figures';
import { sumsOf } from '../board/board-sums';
import { type SectorOption, useFilterWords } from '../filter/filter-words';
import { toneOfStage } from '../stage-tone';
import type { ColumnId } from './table-columns';

type Props = {
  index: number;
  label: string;
  /** The tile of the stage that the group stands for. */
  tone: RampTone | undefined;
  pairs: readonly PairItem[];
  span: number;
  open: boolean;
  stop: boolean;
  baseCurrency: string;
  onToggle: () => void;
};

/** The head of a group: how many, and their money by rung and currency. */
export function GroupRow({ index, label, tone, pairs, span, open, stop, baseCurrency, onToggle }: Props) {
  const t = useTranslations('pair.pipeline.table');
  const rungs = useTranslations('amount.rung');
  const pipeline = useTranslations('pair.pipeline');
  const locale = useLocale();
  const Sign = open ? ChevronDown : ChevronRight;
  return (
    <tr aria-rowindex={index + 2} data-row={index} className="tb-group">
      <th scope="rowgroup" colSpan={span} data-column={0}>
        <span className="tb-group-line">
          <button
            type="button"
            tabIndex={stop ? 0 : -1}
            aria-expanded={open}
            aria-label={t(open ? 'collapse' : 'expand', { group: label })}
            onClick={onToggle}
          >
            <Sign aria-hidden="true" size={16} />
          </button>
          <span className="font-bold">
            {tone ? (
              <span className="tb-tile">
                <RampTile tone={tone} />
                {label}
              </span>
            ) : (
              label
            )}
          </span>
          <span className="text-ink-2">
            {t('groupCount', { count: pairs.length, text: formatNumber(pairs.length) })}
          </span>
          {[false, true].flatMap((leftOut) =>
            sumsOf(pairs, baseCurrency, { leftOut }).map(({ rung, lines }) => (
              <span key={`${rung} ${leftOut}`} className="text-ink-2">
                {leftOut ? `${pipeline('leftOut')} (${rungs(rung)})` : rungs(rung)}{' '}
                <b className="font-medium text-ink">
                  {lines
                    .map(({ currency, minor }) => formatMoneyShort(money(minor, currency), locale))
                    .join(' · ')}
                </b>
              </span>
            )),
          )}
        </span>
      </th>
    </tr>
  );
}

/** What a group of rows is called, by the column it is grouped by and its value. */
export function useGroupWords(facets: PairFacets, sectors: readonly SectorOption[]) {
  const t = useTranslations('pair.pipeline.table');
  const words = useFilterWords(facets, sectors);
  return (group: ColumnId | null, value: string): Pick<Props, 'label' | 'tone'> => {
    const stage = group === 'stage' ? STAGES.find((one) => one === value) : undefined;
    if (stage) return { label: words.stage(stage), tone: toneOfStage(stage) };
    const status = group === 'status' ? STATUSES.find((one) => one === value) : undefined;
    const named = group === 'sector' ? words.sector(value) : value ? words.name(value) : t('nobody');
    return { label: status ? words.status(status) : named, tone: undefined };
  };
}
