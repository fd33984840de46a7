'use client';

import { Check, CircleHelp, Minus, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { pairAddress } from '@/components/pair/pair-address';
import { Badge } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/checkbox';
import { TextLink } from '@/components/ui/link-button';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { shownName } from '@/lib/core/shown-name';
import type { Suggestion } from '@/lib/match/schema';

type Props = {
  slug: string;
  items: readonly Suggestion[];
  chosen: ReadonlySet<string>;
  /** Null where nothing can be chosen: for managers, who read. */
  onChoose: ((ids: readonly string[], isChosen: boolean) => void) | null;
};

/** One line a pair: its score, how sure it is, and why. */
export function SuggestionTable({ slug, items, chosen, onChoose }: Props) {
  const t = useTranslations('match.list');
  const wish = useTranslations('match.wish');
  const locale = useLocale();
  const isAll = items.length > 0 && items.every(({ pair }) => chosen.has(pair.id));
  return (
    <TableScroll label={t('caption')}>
      <Table caption={t('caption')} dense stacked>
        <thead>
          <tr>
            {onChoose && (
              <HeaderCell>
                <Checkbox
                  label={t('chooseAll')}
                  labelHidden
                  checked={isAll}
                  onChange={(event) =>
                    onChoose(
                      items.map(({ pair }) => pair.id),
                      event.target.checked,
                    )
                  }
                />
              </HeaderCell>
            )}
            <HeaderCell>{t('pair')}</HeaderCell>
            <HeaderCell numeric>{t('score')}</HeaderCell>
            <HeaderCell numeric>{t('certainty')}</HeaderCell>
            <HeaderCell>{t('reasons')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const name = `${shownName(item.startup, locale)} × ${item.investor.name}`;
            return (
              <tr key={item.pair.id}>
                {onChoose && (
                  <Cell>
                    <Checkbox
                      label={t('choose', { pair: name })}
                      labelHidden
                      checked={chosen.has(item.pair.id)}
                      onChange={(event) => onChoose([item.pair.id], event.target.checked)}
                    />
                  </Cell>
                )}
                <HeaderCell scope="row" className="font-normal">
                  <TextLink href={pairAddress(slug, item.pair.id)} className="font-medium">
                    {name}
                  </TextLink>
                  {item.wish && (
                    <span className="ms-2">
                      <Badge tone="outline">{wish(item.wish)}</Badge>
                    </span>
                  )}
                </HeaderCell>
                <Cell numeric data-label={t('score')}>
                  <ScoreBar score={item.score} />
                </Cell>
                <Cell numeric data-label={t('certainty')} className="text-ink-2">
                  {t('percent', { percent: item.certainty })}
                </Cell>
                <Cell data-label={t('reasons')}>
                  <Reasons item={item} />
                </Cell>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </TableScroll>
  );
}

function ScoreBar({ score }: { score: number }) {
  return (
    <span className="inline-grid w-20 justify-items-end gap-1">
      <span className="text-md font-bold tabular-nums">{score}</span>
      <span aria-hidden="true" className="h-1.5 w-full overflow-hidden rounded-sm bg-surface-2">
        <span className="block h-full bg-action" style={{ inlineSize: `${score}%` }} />
      </span>
    </span>
  );
}

/** What is known first; what is not stands in one line behind it. */
function Reasons({ item: { findings, certainty, knownScore } }: { item: Suggestion }) {
  const t = useTranslations('match.list');
  const factors = useTranslations('match.factor');
  const known = findings.filter(({ points }) => points !== null);
  const unknown = findings.filter(({ points }) => points === null);
  return (
    <ul className="grid gap-0.5 text-sm">
      {known.map(({ factor, points, words }) => (
        <li key={factor} className="flex gap-1.5">
          <Sign points={points ?? 0} />
          <span>{words}</span>
        </li>
      ))}
      {unknown.length > 0 && (
        <li className="flex gap-1.5 text-ink-2">
          <CircleHelp aria-hidden="true" size={16} className="mt-0.5 shrink-0" />
          <span title={unknown.map(({ words }) => words).join('\n')}>
            {t('unknown', { factors: unknown.map(({ factor }) => factors(factor)).join(', ') })}
            {certainty < 100 && ` ${t('middle', { percent: 100 - certainty, score: knownScore })}`}
          </span>
        </li>
      )}
    </ul>
  );
}

const LOOK = { size: 16, className: 'mt-0.5 shrink-0' } as const;

/** For the pair, half for it, or against it; in words too. */
function Sign({ points }: { points: number }) {
  const t = useTranslations('match.sign');
  if (points >= 750) return <Check {...LOOK} aria-label={t('for')} className="mt-0.5 shrink-0 text-done" />;
  if (points > 0) return <Minus {...LOOK} aria-label={t('partly')} />;
  return <X {...LOOK} aria-label={t('against')} className="mt-0.5 shrink-0 text-danger" />;
}
