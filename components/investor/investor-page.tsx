import { useLocale, useTranslations } from 'next-intl';
import { AsOfChip } from '@/components/shell/as-of-chip';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';
import type { ProgramEntry } from '@/lib/core/scope';
import type { InvestorDetail } from '@/lib/investor/queries/item';
import type { MeetingItem } from '@/lib/meeting/schema';
import type { PairItem } from '@/lib/pair/schema';

import { ContactList } from '../program/contact/contact-list';
import { ArchivedBadge } from '../program/party/archived-badge';
import { consentDays } from '../program/party/consent-days';
import type { asOfOf } from '../program/party/list-address';
import { PartyLayout } from '../program/party/party-layout';
import { PartyMoney } from '../program/party/party-money';
import { PartySections } from '../program/party/party-sections';
import { ProfilePanel } from '../program/party/profile-panel';
import { ArchiveInvestor } from './archive-investor';
import { useFocusNames } from './focus-names';

type Props = {
  program: ProgramEntry;
  investor: InvestorDetail;
  /** Null for who does not read the program's figures: startups' people. */
  pairs: readonly PairItem[] | null;
  meetings: readonly MeetingItem[];
  asOf: ReturnType<typeof asOfOf>;
  now: Date;
  asked: Record<string, string>;
  /** A startup's own pair with this firm. */
  ownPairHref: string | null;
  can: { edit: boolean; archive: boolean; reveal: boolean };
};

export function InvestorPage({
  program,
  investor,
  pairs,
  meetings,
  asOf,
  now,
  asked,
  ownPairHref,
  can,
}: Props) {
  const t = useTranslations('investor');
  const party = useTranslations('program.party');
  const locale = useLocale();
  const focusNames = useFocusNames();
  const { slug, homeZone, venueZone } = program;
  const path = `/programs/${slug}/investors/${investor.id}`;
  const { name } = investor;
  return (
    <ClientMessages namespaces={['program']}>
      <PageHeader
        title={name}
        subtitle={<ArchivedBadge archivedAt={investor.archivedAt} homeZone={homeZone} />}
        back={{ href: `/programs/${slug}/investors`, label: t('profile.back') }}
        asOf={pairs && <AsOfChip {...asOf} path={path} params={asked} />}
        actions={
          <>
            {ownPairHref && (
              <LinkButton size="sm" href={ownPairHref}>
                {t('profile.ourPair')}
              </LinkButton>
            )}
            {can.edit && (
              <LinkButton size="sm" href={`${path}/edit`}>
                {party('edit')}
              </LinkButton>
            )}
            {can.archive && (
              <ArchiveInvestor
                slug={slug}
                investorId={investor.id}
                name={name}
                version={investor.version}
                isArchived={investor.archivedAt !== null}
              />
            )}
          </>
        }
      />
      <PartyLayout
        main={
          pairs && (
            <PartySections
              slug={slug}
              query={{ investor: investor.id, ...asked }}
              names="startup"
              zones={[venueZone, homeZone]}
              figures={investor.figures}
              pairs={pairs}
              meetings={meetings}
              asOf={asOf.text}
              now={now}
            />
          )
        }
        side={
          <>
            {pairs && <PartyMoney figures={investor.figures} asOf={asOf.text} />}
            <ContactList
              slug={slug}
              party={{ investorId: investor.id }}
              contacts={investor.contacts}
              consentDays={consentDays(investor.contacts, homeZone, locale)}
              canEdit={can.edit}
              canReveal={can.reveal}
            />
            <ProfilePanel
              texts={[{ lang: 'en', text: investor.summary }]}
              facts={[
                { term: t('list.city'), detail: investor.city },
                { term: t('list.focus'), detail: focusNames(investor.focus) },
              ]}
              website={investor.website}
            />
          </>
        }
      />
    </ClientMessages>
  );
}
