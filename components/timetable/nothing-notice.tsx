import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import type { NothingToPlace } from '@/lib/timetable/rules/words';

/** `none_possible`: a search found no wished pair with a slot in which both can meet. */
type Nothing = NothingToPlace | 'none_possible';

type Props = { slug: string; stage: string; nothing: Nothing; id?: string };

/** Says that there is nothing to place and why, and leads to where that is changed. */
export function NothingNotice({ slug, stage, nothing, id }: Props) {
  const t = useTranslations('timetable-grid.nothing');
  const base = `/programs/${slug}`;
  const setup = { href: `${base}/timetable/setup?stage=${stage}`, label: t('toSetup') };
  const wishes = { href: `${base}/timetable/wishes?stage=${stage}`, label: t('toWishes') };
  const moves = { href: `${base}/pairs?view=board`, label: t('toMoves') };
  const ways = {
    no_slots: [setup],
    no_parties: [{ href: `${base}/startups`, label: t('toProgram') }],
    no_pairs: [moves, wishes],
    no_wishes: [wishes, moves],
    no_seats: [setup],
    none_possible: [setup, wishes],
  }[nothing];
  return (
    <div id={id}>
      <Notice title={t('title')} tone="warn">
        {t(nothing)}{' '}
        <span className="inline-flex flex-wrap gap-x-4">
          {ways.map(({ href, label }) => (
            <TextLink key={href} href={href}>
              {label}
            </TextLink>
          ))}
        </span>
      </Notice>
    </div>
  );
}
