'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { pairAddress } from '@/components/pair/pair-address';
import { late } from '@/components/ui/late';
import { SearchBox } from '@/components/ui/search-box';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { setApart } from '@/lib/core/text';
import { isClosed } from '@/lib/pair/rules/stages';
import { nameFinder } from '@/lib/timetable/rules/shown-wishes';
import type { WishWord } from '@/lib/timetable/rules/words';
import type { WishItem } from '@/lib/timetable/schema/wishes';
import { useWishes } from './use-wishes';
import { WordButtons } from './wish-buttons';
import { WORD_SIGNS } from './wish-view';
import './wishes.css';

const NoThanksDialog = late(() => import('./wish-dialogs').then((file) => file.NoThanksDialog));

type Props = { slug: string; items: readonly WishItem[] };

/** A startup's own wishes: an investor a line, a word a tap. Whoever else said what is not in here. */
export function OwnWishes({ slug, items: read }: Props) {
  const t = useTranslations('timetable-setup.own');
  const { items, say } = useWishes(read);
  const [query, setQuery] = useState('');
  const [left, setLeft] = useState(false);
  // Those just spoken of stay in the list of what is left until it is asked for again.
  const [unsaid, setUnsaid] = useState<ReadonlySet<string>>(new Set());
  const [refusing, setRefusing] = useState<WishItem | null>(null);
  const open = items.filter(({ pair }) => !isClosed(pair.status));
  const said = open.filter(({ own }) => own !== null).length;
  const matches = nameFinder(query);
  const shown = open.filter((item) => (!left || unsaid.has(item.pair.id)) && matches(item));
  const withOwn = (item: WishItem, word: WishWord): WishItem => ({ ...item, own: word, wish: word });
  const onSay = (item: WishItem, word: WishWord) => {
    if (item.own === word) return;
    if (word === 'no_thanks') setRefusing(item);
    else void say(item, withOwn(item, word), word);
  };
  return (
    <div className="grid gap-4">
      <p className="max-w-prose text-ink-2">{t('text')}</p>
      <div className="flex flex-wrap items-center gap-3">
        <SearchBox
          label={t('search')}
          className="w-60 max-sm:w-full"
          maxLength={100}
          onChange={(event) => setQuery(event.target.value)}
        />
        <SegmentedControl
          label={t('which')}
          name="which"
          value={left ? 'left' : 'all'}
          items={[
            { value: 'all', label: t('all', { count: open.length }) },
            { value: 'left', label: t('left', { count: open.length - said }) },
          ]}
          onChange={(event) => {
            setLeft(event.target.value === 'left');
            setUnsaid(new Set(open.filter(({ own }) => own === null).map(({ pair }) => pair.id)));
          }}
        />
        <p className="text-sm text-ink-2" aria-live="polite">
          {t('said', { said, count: open.length })}
        </p>
      </div>
      {shown.length === 0 && (
        <p className="text-ink-2">{open.length - said === 0 && left ? t('allSaid') : t('noneFound')}</p>
      )}
      <ul className="ow-list">
        {shown.map((item) => (
          <li key={item.pair.id}>
            <span className="grid min-w-0">
              <a href={pairAddress(slug, item.pair.id)} className="ow-name">
                {item.investor.name}
              </a>
              {item.metBefore && <small className="text-ink-2">{t('met')}</small>}
            </span>
            {item.own === 'no_thanks' ? (
              <p className="ow-final">
                <b aria-hidden="true">{WORD_SIGNS.no_thanks}</b> {t('final')}
              </p>
            ) : (
              <WordButtons
                label={t('wordOf', { investor: setApart(item.investor.name) })}
                said={item.own}
                onSay={(word) => onSay(item, word)}
              />
            )}
          </li>
        ))}
      </ul>
      {refusing && (
        <NoThanksDialog
          pair={setApart(refusing.investor.name)}
          onClose={() => setRefusing(null)}
          onConfirm={() => say(refusing, withOwn(refusing, 'no_thanks'), 'no_thanks')}
        />
      )}
    </div>
  );
}
