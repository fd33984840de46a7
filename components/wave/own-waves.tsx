import { useLocale, useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDay } from '@/lib/core/dates';
import type { Day } from '@/lib/core/days';
import { setApart } from '@/lib/core/text';
import type { WaveMonths } from '@/lib/program/rules';
import type { Wave, WaveRow } from '@/lib/wave/schema';
import { AnswerButtons } from './answer-buttons';

type Props = { waves: readonly Wave[]; today: Day };

/** One tap for each investor: the open waves with what is left first, what was answered behind it. */
export function OwnWaves({ waves, today }: Props) {
  const t = useTranslations('wave.own');
  const locale = useLocale();
  const open = waves.filter(({ opensOn, due }) => opensOn <= today && due > 0).toReversed();
  const next = waves.find(({ opensOn }) => opensOn > today);
  return (
    <div className="grid max-w-3xl gap-8">
      {open.length > 0 ? (
        <>
          <p className="text-ink-2">{t('text')}</p>
          {open.map((wave) => (
            <OwnWave key={wave.months} wave={wave} />
          ))}
        </>
      ) : (
        <EmptyState title={t('nothing')}>{t('nothingText')}</EmptyState>
      )}
      {next && <p className="text-sm text-ink-2">{t('next', { date: formatDay(next.opensOn, locale) })}</p>}
    </div>
  );
}

function OwnWave({ wave }: { wave: Wave }) {
  const t = useTranslations('wave');
  const locale = useLocale();
  const { months, rows, toAsk, answered } = wave;
  const toDo = rows.filter(({ answer }) => answer === null);
  const done = rows.filter(({ answer }) => answer !== null);
  return (
    <section aria-labelledby={`wave-${months}`} className="grid gap-3 border-t border-line-2 pt-4">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`wave-${months}`} className="text-md font-bold">
          {t('name', { months })}
        </h2>
        <p className="text-sm text-ink-2 tabular-nums">
          {t('dueOn', { date: formatDay(wave.dueOn, locale) })} · {t('own.toDo', { count: toAsk })}
        </p>
      </header>
      {toDo.length > 0 ? (
        <List months={months} rows={toDo} />
      ) : (
        <p className="text-ink-2">{t('rows.allAnswered')}</p>
      )}
      {done.length > 0 && (
        <details>
          <summary className="ui-link w-fit">{t('own.done', { count: answered })}</summary>
          <List months={months} rows={done} />
        </details>
      )}
    </section>
  );
}

function List({ months, rows }: { months: WaveMonths; rows: readonly WaveRow[] }) {
  return (
    <ul>
      {rows.map(({ pairId, investor, answer }) => (
        <li
          key={pairId}
          className="grid items-center gap-2 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <span className="font-medium break-words">{investor.name}</span>
          <AnswerButtons
            {...{ months, pairId }}
            pair={setApart(investor.name)}
            stands={answer?.state ?? null}
            large
          />
        </li>
      ))}
    </ul>
  );
}
