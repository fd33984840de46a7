import Form from 'next/form';
import { useLocale, useTranslations } from 'next-intl';
import { funnelPath } from '@/components/funnel/address';
import { ClientMessages } from '@/components/shell/client-messages';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import { formatDay } from '@/lib/core/dates';
import type { Day } from '@/lib/core/days';
import { nameIn } from '@/lib/core/shown-name';
import { currentWave } from '@/lib/wave/rules';
import { ANSWER_STATES, type Wave } from '@/lib/wave/schema';
import { type Show, shownRows, type WaveChoice } from './address';
import { WaveColumn } from './wave-column';
import { WaveRows } from './wave-rows';

type Props = {
  slug: string;
  zone: string;
  waves: readonly Wave[];
  startups: readonly { id: string; name: string; nameEn: string }[];
  choice: WaveChoice;
  params: Readonly<Record<string, string>>;
  startup: string;
  today: Day;
  label: string;
  /** As of today, as known now: the only view that can be answered in. */
  isNow: boolean;
  canAnswer: boolean;
};

/** Three waves side by side, and below them the rows of the number that was opened. */
export function WavesScreen({ slug, zone, waves, choice, params, today, label, ...more }: Props) {
  const t = useTranslations('wave');
  const showName = useShowName();
  const locale = useLocale();
  const { startups, startup, isNow, canAnswer } = more;
  const wave = waves.find(({ months }) => months === choice.months) ?? currentWave(waves, today);
  if (!wave) return null;
  const rows = shownRows(wave, choice.show);
  const name = t('name', { months: wave.months });
  const isOpen = wave.opensOn <= today;
  const caption = t('rows.caption', { wave: name, show: showName(choice.show) });
  return (
    <div className="grid gap-6">
      <div className="grid gap-4 lg:grid-cols-3">
        {waves.map((each) => (
          <WaveColumn
            key={each.months}
            {...{ slug, params, today, label }}
            wave={each}
            chosen={each.months === wave.months}
          />
        ))}
      </div>
      <p className="text-xs text-ink-2">{t('definition')}</p>
      <div id="rows" className="scroll-mt-4">
        <Panel
          title={`${caption} ${rows.length}`}
          note={label}
          actions={
            <StartupFilter
              {...{ slug, startups, chosen: startup }}
              params={{ ...params, wave: String(wave.months), show: choice.show }}
            />
          }
        >
          {canAnswer && !isOpen && (
            <Notice>{t('rows.closed', { date: formatDay(wave.opensOn, locale) })}</Notice>
          )}
          {canAnswer && isOpen && !isNow && (
            <Notice
              actions={
                <LinkButton
                  size="sm"
                  href={`${funnelPath(slug)}/waves?asOf=${today}&wave=${wave.months}&show=${choice.show}`}
                >
                  {t('empty.today')}
                </LinkButton>
              }
            >
              {t('empty.past')}
            </Notice>
          )}
          {rows.length === 0 ? (
            <p className="text-ink-2">
              {t(choice.show === 'to_ask' && wave.due > 0 ? 'rows.allAnswered' : 'rows.none')}
            </p>
          ) : (
            <ClientMessages namespaces={['wave']}>
              <WaveRows
                {...{ slug, zone, rows, caption }}
                months={wave.months}
                canAnswer={canAnswer && isOpen && isNow}
              />
            </ClientMessages>
          )}
        </Panel>
      </div>
    </div>
  );
}

function useShowName(): (show: Show) => string {
  const t = useTranslations('wave');
  return (show) => {
    const state = ANSWER_STATES.find((each) => each === show);
    return state ? t(`state.${state}`) : t(`show.${show as Exclude<Show, (typeof ANSWER_STATES)[number]>}`);
  };
}

type FilterProps = {
  slug: string;
  /** What the address says beside the startup. */
  params: Readonly<Record<string, string>>;
  startups: readonly { id: string; name: string; nameEn: string }[];
  chosen: string;
};

/** Whose pairs are counted and listed: one startup's, or all. */
function StartupFilter({ slug, params, startups, chosen }: FilterProps) {
  const t = useTranslations('wave.rows');
  const locale = useLocale();
  const kept = Object.entries(params).filter(([key]) => key !== 'startup');
  return (
    <Form action={`${funnelPath(slug)}/waves`} scroll={false} className="no-print flex items-end gap-2">
      {kept.map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <Select
        key={chosen}
        label={t('filter')}
        name="startup"
        defaultValue={chosen}
        emptyLabel={t('all')}
        options={startups.map((startup) => ({ value: startup.id, label: nameIn(startup, locale) }))}
        className="w-52"
      />
      <Button type="submit">{t('apply')}</Button>
    </Form>
  );
}
