'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useRead } from '@/components/form/use-read';
import { keepRecent, readRecent } from '@/components/shell/recent';
import { Dialog } from '@/components/ui/dialog';
import { isComposing } from '@/components/ui/keyboard';
import { searchOperations } from '@/lib/search/operations';
import { QUERY_LENGTH } from '@/lib/search/schema';
import { PaletteList } from './palette-list';
import { listed, type PaletteOption, type PaletteSection, recordOption } from './palette-options';
import { type CommandsOf, useCommands } from './use-commands';
import { useSettled } from './use-settled';
import './search.css';

type Props = CommandsOf & { onClose: () => void };

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
const RECENT = 8;

/**
 * Search and commands: one field that keeps the focus, and a list below it that the arrow keys walk. Records come from the
 * server, pages and commands stand here already.
 */
export function Palette({ onClose, ...of }: Props) {
  const t = useTranslations('search');
  const router = useRouter();
  const listId = useId();
  const [text, setText] = useState('');
  const [everywhere, setEverywhere] = useState(of.program === null);
  const [active, setActive] = useState(0);
  const query = text.trim();
  const { records, isCurrent, isFailed } = useRecords(query, everywhere ? null : (of.program?.slug ?? null));
  const commands = useCommands(of);
  const recent = useMemo(() => readRecent(localStorage, of.personId), [of.personId]);
  const sections = useSections({
    query,
    commands,
    records,
    recent,
    offersAll: !everywhere && of.programs.length > 1,
  });
  const options = sections.flatMap((section) => section.options);
  const at = Math.min(active, options.length - 1);
  const waits = useRef(false);

  const go = (href: string) => {
    const [path, hash] = href.split('#');
    // The page that is open is told by the browser itself; the router changes its address in silence.
    if (hash && path === window.location.pathname) window.location.hash = hash;
    else router.push(href);
  };
  const choose = (option: PaletteOption, inNewTab = false) => {
    if (option.id === ALL_PROGRAMS) return setEverywhere(true);
    if (option.recent) keepRecent(localStorage, of.personId, option.recent);
    if (option.href && inNewTab) return void window.open(option.href, '_blank', 'noopener');
    onClose();
    // Once the dialog is closed: what is opened next may take the focus.
    setTimeout(() => (option.href ? go(option.href) : option.run?.()));
  };
  const latest = useRef(choose);
  latest.current = choose;
  const [first] = options;
  useEffect(() => {
    if (!isCurrent || !waits.current) return;
    waits.current = false;
    if (first) latest.current(first);
  }, [isCurrent, first]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const step = STEPS[event.key];
    if (step !== undefined) setActive(Math.max(0, Math.min(options.length - 1, at + step)));
    else if (event.key !== 'Enter') return;
    // The list may lag behind fast typing: then the first of what is on its way is meant.
    else if (!isCurrent && active === 0) waits.current = true;
    else if (options[at]) choose(options[at], event.ctrlKey || event.metaKey);
    event.preventDefault();
  };

  return (
    <Dialog open onClose={onClose} title={t('title')} size="md" place="top">
      <input
        role="combobox"
        aria-label={t('label')}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={options[at] ? `${listId}-${at}` : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="go"
        maxLength={QUERY_LENGTH}
        placeholder={t('placeholder')}
        value={text}
        className="sr-field"
        onChange={(event) => {
          waits.current = false;
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <PaletteList
        label={t('title')}
        id={listId}
        sections={sections}
        active={at}
        onPoint={setActive}
        onChoose={choose}
      />
      <p role="status" className="min-h-6 py-1 text-sm text-ink-2">
        {isFailed
          ? t('failed')
          : query &&
            isCurrent &&
            (options.length === 0 ? t('nothing') : t('found', { count: options.length }))}
      </p>
    </Dialog>
  );
}

const ALL_PROGRAMS = 'all programs';

type Asked = {
  query: string;
  commands: readonly PaletteOption[];
  records: readonly PaletteOption[];
  recent: ReturnType<typeof readRecent>;
  offersAll: boolean;
};

function useSections({ query, commands, records, recent, offersAll }: Asked): PaletteSection[] {
  const t = useTranslations('search');
  if (!query) {
    const opened = recent.slice(0, RECENT).map((thing) => recordOption(thing, (kind) => t(`kind.${kind}`)));
    return [
      { id: 'recent', label: t('recent'), options: opened },
      { id: 'commands', label: t('commands'), options: commands },
    ].filter(({ options }) => options.length > 0);
  }
  const all: PaletteOption = {
    ...{ id: ALL_PROGRAMS, icon: 'programs', title: t('allPrograms', { query }), detail: '', kind: '' },
  };
  return [
    { id: 'found', label: null, options: [...listed(query, commands, records), ...(offersAll ? [all] : [])] },
  ];
}

/** What the server found for the words; what stood there before stays until the answer is there. */
function useRecords(query: string, program: string | null) {
  const t = useTranslations('search');
  const settled = useSettled(query);
  const answer = useRead(
    searchOperations.search,
    settled ? { q: settled, ...(program ? { program } : {}) } : null,
  );
  const fresh = useMemo(() => {
    if (answer.at !== 'ready') return null;
    const records = answer.value.items.filter(({ kind }) => kind !== 'page' && kind !== 'program');
    return records.map((thing) => recordOption(thing, (kind) => t(`kind.${kind}`)));
  }, [answer, t]);
  const last = useRef<readonly PaletteOption[]>([]);
  useEffect(() => {
    if (fresh) last.current = fresh;
  }, [fresh]);
  const isAnswered = answer.at === 'ready' || answer.at === 'failed';
  return {
    records: query ? (fresh ?? last.current) : [],
    isCurrent: !query || (settled === query && isAnswered),
    isFailed: Boolean(query) && answer.at === 'failed',
  };
}
