import { getTranslations } from 'next-intl/server';
import { pairsAddress } from '@/components/pair/pair-address';
import { WaveCard } from '@/components/wave/wave-card';
import type { Day } from '@/lib/core/dates';
import type { ProgramEntry } from '@/lib/core/scope';
import type { MeetingItem } from '@/lib/meeting/queries/item';
import type { PairItem } from '@/lib/pair/schema';

import type { Wave } from '@/lib/wave/schema';
import { MeetingRows } from './meeting-rows';
import { NextMeeting } from './next-meeting';
import { StepRows } from './step-rows';
import { NothingToDo, TodoPanel } from './todo-panel';

export type StartupToday = {
  now: Date;
  homeDay: Day;
  upcoming: readonly MeetingItem[];
  toLog: { meetings: readonly MeetingItem[]; count: number };
  steps: readonly PairItem[];
  /** What is asked again months after the event. */
  waves: readonly Wave[];
};

type Props = { program: ProgramEntry; today: StartupToday };

/** A startup's morning: the next meeting, what has to be written down, what was promised. */
export async function StartupHome({ program, today }: Props) {
  const t = await getTranslations('home');
  const { now, homeDay, upcoming, toLog, steps, waves } = today;
  const [next, ...later] = upcoming;
  const { slug } = program;
  return (
    <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
      <div className="grid gap-8">
        <NextMeeting meeting={next} program={program} now={now} />
        <WaveCard slug={slug} waves={waves} today={homeDay} />
        <TodoPanel
          title={t('toLogOwn')}
          count={toLog.count}
          href={`/programs/${slug}/meetings/outcomes`}
          all={t('all', { count: toLog.count })}
        >
          {toLog.count > 0 ? (
            <MeetingRows meetings={toLog.meetings} program={program} asStartup toLog />
          ) : (
            <NothingToDo>{t('noneToLogOwn')}</NothingToDo>
          )}
        </TodoPanel>
      </div>
      <div className="grid gap-8">
        <TodoPanel
          title={t('steps')}
          count={steps.length}
          href={pairsAddress(slug, { view: 'table', sort: 'nextStepOn' })}
          all={t('allPairs')}
        >
          {steps.length > 0 ? (
            <StepRows pairs={steps} program={program} today={homeDay} asStartup />
          ) : (
            <NothingToDo>{t('noSteps')}</NothingToDo>
          )}
        </TodoPanel>
        {later.length > 0 && (
          <TodoPanel
            title={t('later')}
            count={later.length}
            href={`/programs/${slug}/meetings`}
            all={t('agenda')}
          >
            <MeetingRows meetings={later} program={program} asStartup />
          </TodoPanel>
        )}
      </div>
    </div>
  );
}
