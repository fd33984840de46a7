'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useMemo, useRef, useState } from 'react';
import { pairAddress } from '@/components/pair/pair-address';
import { ExportMenu } from '@/components/shell/export-menu';
import { late } from '@/components/ui/late';
import { useToast } from '@/components/ui/toast';
import { usePrinting } from '@/components/ui/use-printing';
import { shownName } from '@/lib/core/shown-name';
import { isClosed, type MeetingStage } from '@/lib/pair/rules/stages';
import { shownWishes } from '@/lib/timetable/rules/shown-wishes';
import type { WishWord } from '@/lib/timetable/rules/words';
import type { WishItem } from '@/lib/timetable/schema/wishes';
import { pairName } from '../names';
import { useWishes, useWishKeys } from './use-wishes';
import { WishFilters, WishHead, WishRow } from './wish-row';
import { type WishView, wishesAddress, wishesAsked, withWeight, withWord } from './wish-view';
import './wishes.css';

const NoThanksDialog = late(() => import('./wish-dialogs').then((file) => file.NoThanksDialog));
const HeardDialog = late(() => import('./wish-dialogs').then((file) => file.HeardDialog));

type Props = {
  slug: string;
  stage: MeetingStage;
  items: readonly WishItem[];
  view: WishView;
  canPlan: boolean;
};

const ROW = 41;

/** Every pair of the program with what was said of it; weighed and worded in place, as many as there are. */
export function WishTable({ slug, stage, items: read, view: opened, canPlan }: Props) {
  const t = useTranslations('timetable-setup.wishes');
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const [view, setView] = useState(opened);
  const [refusing, setRefusing] = useState<WishItem | null>(null);
  const [hearing, setHearing] = useState<WishItem | null>(null);
  const { items, say, weigh } = useWishes(read);

  // Rows stay where they are while they are being weighed: the order is that of what was read.
  const order = useMemo(
    () => shownWishes(read, view, locale).map(({ pair }) => pair.id),
    [read, view, locale],
  );
  const byId = useMemo(() => new Map(items.map((item) => [item.pair.id, item])), [items]);
  const shown = order.flatMap((id) => byId.get(id) ?? []);

  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    getItemKey: (index) => shown[index]?.pair.id ?? index,
    overscan: 8,
    initialRect: { width: 1200, height: 640 },
  });

  const isPrinting = usePrinting();
  const drawn = isPrinting ? shown.map((_, index) => ({ index, start: 0 })) : virtual.getVirtualItems();

  const onWeigh = useCallback(
    (item: WishItem, weight: number | null) => {
      if (isSettled(item) || item.officeWeight === weight) return;
      const after = withWeight(item, weight);
      void weigh(item, after).then((done) => {
        if (!done) return;
        const values = { pair: pairName(item, locale), weight: weight ?? 0 };
        toast({
          text: weight === null ? t('weightGivenBack', values) : t('weighed', values),
          undo: async () => void (await weigh(after, item)),
        });
      });
    },
    [weigh, locale, toast, t],
  );
  const onSay = useCallback(
    (item: WishItem, word: WishWord) => {
      if (isSettled(item) || item.own === word) return;
      if (word === 'no_thanks') return setRefusing(item);
      const after = withWord(item, word);
      void say(item, after, word).then((done) => {
        if (!done) return;
        const { own } = item;
        // A word cannot be unsaid, only replaced: before the first one there is nothing to go back to but neutral.
        toast({
          text: t('said', { pair: pairName(item, locale), word: t(`word.${word}`) }),
          undo: async () => void (await say(after, own ? item : withWord(item, 'neutral'), own ?? 'neutral')),
        });
      });
    },
    [say, locale, toast, t],
  );
  const at = (row: number, run: (item: WishItem) => void) => {
    const item = shown[row];
    if (item) run(item);
  };
  const keys = useWishKeys({
    count: shown.length,
    scroll,
    scrollTo: (row) => virtual.scrollToIndex(row, { align: 'auto' }),
    onWeigh: (row, weight) => canPlan && at(row, (item) => onWeigh(item, weight)),
    onSay: (row, word) => canPlan && at(row, (item) => onSay(item, word)),
    onOpen: (row) => at(row, (item) => router.push(pairAddress(slug, item.pair.id))),
  });
  const change = (next: Partial<WishView>) => {
    const to = { ...view, ...next };
    setView(to);
    window.history.replaceState(null, '', wishesAddress(slug, stage, to));
    scroll.current?.scrollTo({ top: 0 });
  };

  return (
    <div className="ws">
      <WishFilters view={view} items={items} shown={shown.length} canPlan={canPlan} onChange={change}>
        <ExportMenu slug={slug} what="wishes" asked={wishesAsked(stage, view)} />
      </WishFilters>
      <p id="ws-help" className="sr-only">
        {canPlan ? t('help') : t('helpRead')}
      </p>
      <div ref={scroll} className="ws-scroll" data-read={!canPlan || undefined}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are moved through by arrow keys and weighed
          role="grid"
          className="ws-table"
          aria-label={t('label')}
          aria-describedby="ws-help"
          aria-rowcount={shown.length + 1}
          {...keys.handlers}
        >
          <thead>
            <WishHead sort={view.sort} canPlan={canPlan} onSort={(sort) => change({ sort })} />
          </thead>
          <tbody className="ws-body" style={{ blockSize: virtual.getTotalSize() }}>
            {drawn.map(({ index, start }) => {
              const item = shown[index];
              return (
                item && (
                  <WishRow
                    key={item.pair.id}
                    {...{ slug, item, index, start, canPlan, onSay, onWeigh }}
                    startupName={shownName(item.startup, locale)}
                    isStop={index === keys.stop}
                    onHeard={setHearing}
                    measure={isPrinting ? null : virtual.measureElement}
                  />
                )
              );
            })}
          </tbody>
        </table>
        {shown.length === 0 && <p className="p-4 text-ink-2">{t('noneFound')}</p>}
      </div>
      {refusing && (
        <NoThanksDialog
          pair={pairName(refusing, locale)}
          onClose={() => setRefusing(null)}
          onConfirm={() => say(refusing, withWord(refusing, 'no_thanks'), 'no_thanks')}
        />
      )}
      {hearing && (
        <HeardDialog
          item={hearing}
          startupName={shownName(hearing.startup, locale)}
          onClose={() => setHearing(null)}
        />
      )}
    </div>
  );
}

/** Nothing more is said or weighed of it. */
function isSettled({ wish, pair }: WishItem): boolean {
  return wish === 'no_thanks' || isClosed(pair.status);
}
