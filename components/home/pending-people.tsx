import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { dayInZone, formatDay } from '@/lib/core/dates';
import type { ProgramEntry } from '@/lib/core/scope';
import type { MemberItem } from '@/lib/person/queries/members';
import { TodoPanel } from './todo-panel';

type Props = { program: ProgramEntry; members: readonly MemberItem[] };

/** Who was invited and has not come; nothing where everybody has. */
export async function PendingPeople({ program, members }: Props) {
  const [t, state, locale] = await Promise.all([
    getTranslations('home'),
    getTranslations('person.members.is'),
    getLocale(),
  ]);
  const pending = members.filter((one) => one.state === 'invited' || one.state === 'expired');
  if (pending.length === 0) return null;
  return (
    <TodoPanel
      title={t('pending')}
      count={pending.length}
      href={`/programs/${program.slug}/people`}
      all={t('people')}
    >
      <ul className="border-t border-line">
        {pending.slice(0, 5).map((one) => (
          <li key={one.membershipId} className="flex items-center gap-3 border-b border-line py-2.5">
            <span className="grid min-w-0 flex-1">
              <span className="font-medium break-words">{one.name}</span>
              <span className="text-sm text-ink-2 tabular-nums">
                {t('invitedOn', {
                  date: formatDay(
                    dayInZone(new Date(one.invited?.at ?? one.since), program.homeZone),
                    locale,
                  ),
                })}
              </span>
            </span>
            <Badge tone={one.state === 'expired' ? 'warn' : 'info'}>{state(one.state)}</Badge>
          </li>
        ))}
      </ul>
    </TodoPanel>
  );
}
