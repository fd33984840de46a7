import { useTranslations } from 'next-intl';
import { pairsAddress } from '@/components/pair/pair-address';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import type { MeetingItem } from '@/lib/meeting/schema';
import type { PairItem } from '@/lib/pair/schema';

import type { PartyFigures as Figures } from '@/lib/program/queries/figures';
import { PartyFigures } from './party-figures';
import { PartyMeetings } from './party-meetings';
import { PartyPairs } from './party-pairs';

type Props = {
  slug: string;
  /** The filter of lists that means this party: `{ startup: id }` or `{ investor: id }`, and the date asked for. */
  query: Record<string, string>;
  names: 'startup' | 'investor';
  zones: readonly [venue: string, home: string];
  figures: Figures | null;
  pairs: readonly PairItem[];
  meetings: readonly MeetingItem[];
  /** The date in force, in words. */
  asOf: string;
  now: Date;
};

/** The record of one party: where its pairs stand, and when it meets whom. */
export function PartySections(props: Props) {
  const { slug, query, names, zones, figures, pairs, meetings, asOf, now } = props;
  const t = useTranslations('program.party');
  const pairsHref = pairsAddress(slug, query);
  return (
    <>
      <Panel look="plain" title={t('stage')} note={t('asOf', { date: asOf })} className="border-t-0 pt-0">
        {figures && <PartyFigures figures={figures} pairsHref={pairsHref} />}
        {pairs.length === 0 ? (
          <EmptyState title={query.asOf ? t('noPairsAsOf', { date: asOf }) : t('noPairs')} />
        ) : (
          <PartyPairs slug={slug} pairs={pairs} names={names} query={query} />
        )}
        {figures && figures.pairs > pairs.length && (
          <p>
            <TextLink href={pairsHref}>{t('more', { count: figures.pairs })}</TextLink>
          </p>
        )}
      </Panel>
      <Panel look="plain" title={t('meetings')}>
        {meetings.length === 0 ? (
          <p className="text-ink-2">{t('noMeetings')}</p>
        ) : (
          <PartyMeetings meetings={meetings} names={names} zones={zones} now={now} />
        )}
      </Panel>
    </>
  );
}
