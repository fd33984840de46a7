'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Popover } from '@/components/ui/popover';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Select } from '@/components/ui/select';
import { LIVE_RUNGS } from '@/lib/pair/rules/item';
import { isFiltered } from '../filter/address';
import { useAddress } from '../filter/address-context';
import { ORDERS, type Order, orderOf, withOrder } from './arrange';
import { rungOf } from './party-money';

const ORDER_WORDS = { name: 'byName', stage: 'byStage', amount: 'byAmount' } as const;

/** In what order rows and columns stand, whether in bands, which money the totals show, what is left outside the filter. */
export function MatrixOptions() {
  const t = useTranslations('pair.pipeline');
  const rungs = useTranslations('amount.rung');
  const { address, change } = useAddress();
  const order = (axis: 'rows' | 'columns') => (
    <Choice
      label={t(`options.${axis}`)}
      name={`order-${axis}`}
      items={ORDERS.map((one) => ({ value: one, label: t(`options.${ORDER_WORDS[one]}`) }))}
      value={orderOf(address.sort, axis)}
      onChange={(event) => change({ sort: withOrder(address.sort, axis, event.target.value as Order) })}
    />
  );
  return (
    <Popover
      label={t('options.open')}
      trigger={
        <>
          <SlidersHorizontal aria-hidden="true" size={16} />
          <span className="max-md:sr-only">{t('options.open')}</span>
        </>
      }
      place="end"
    >
      <div className="grid gap-4">
        {order('rows')}
        {order('columns')}
        <Choice
          label={t('options.group')}
          name="group"
          items={[
            { value: 'sector', label: t('options.bySector') },
            { value: 'none', label: t('options.notGrouped') },
          ]}
          value={address.group === 'none' ? 'none' : 'sector'}
          onChange={(event) => change({ group: event.target.value === 'none' ? 'none' : '' })}
        />
        {isFiltered(address) && (
          <Choice
            label={t('options.others')}
            name="others"
            items={[
              { value: '', label: t('options.fade') },
              { value: 'hide', label: t('options.hide') },
            ]}
            value={address.others}
            onChange={(event) => change({ others: event.target.value === 'hide' ? 'hide' : '' })}
          />
        )}
        <Select
          label={t('matrix.rung')}
          options={LIVE_RUNGS.map((rung) => ({ value: rung, label: rungs(rung) }))}
          value={rungOf(address.columns)}
          onChange={(event) =>
            change({ columns: event.target.value === 'discussed' ? [] : [event.target.value] })
          }
        />
      </div>
    </Popover>
  );
}

/** The control says its label to readers itself; here it is for the eye. */
function Choice(props: ComponentProps<typeof SegmentedControl>) {
  return (
    <div className="grid gap-1.5">
      <span aria-hidden="true" className="text-xs text-ink-2">
        {props.label}
      </span>
      <SegmentedControl {...props} />
    </div>
  );
}
