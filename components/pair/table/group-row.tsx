'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatNumber } from '@/lib/core/dates';
import { formatMoneyShort, money } from '@/lib/core/money';
import type { PairItem } from '@/lib/pair/schema';

import { sumsOf } from '../board/board-sums';

type Props = {
  index: number;
  label: ReactNode;
  labelText: string;
  pairs: readonly PairItem[];
  span: number;
  open: boolean;
  stop: boolean;
  baseCurrency: string;
  onToggle: () => void;
};

/** The head of a group: how many, and their money by rung and currency. */
export function GroupRow({
  index,
  label,
  labelText,
  pairs,
  span,
  open,
  stop,
  baseCurrency,
  onToggle,
}: Props) {
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
            aria-label={t(open ? 'collapse' : 'expand', { group: labelText })}
            onClick={onToggle}
          >
            <Sign aria-hidden="true" size={16} />
          </button>
          <span className="font-bold">{label}</span>
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
