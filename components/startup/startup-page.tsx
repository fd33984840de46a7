import { useLocale, useTranslations } from 'next-intl';
import { AsOfChip } from '@/components/shell/as-of-chip';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';
import type { ProgramEntry } from '@/lib/core/scope';
import type { MeetingItem } from '@/lib/meeting/schema';
import type { PairItem } from '@/lib/pair/schema';

import { programName } from '@/lib/program/rules';
import type { StartupDetail } from '@/lib/startup/queries/item';
import { ContactList } from '../program/contact/contact-list';
import { consentDays } from '../program/party/consent-days';
import type { asOfOf } from '../program/party/list-address';
import { PartyLayout } from '../program/party/party-layout';
import { PartyMoney } from '../program/party/party-money';
import { PartySections } from '../program/party/party-sections';
import { ProfilePanel } from '../program/party/profile-panel';
import { ArchiveStartup } from './archive-startup';
import { StartupSubtitle } from './startup-subtitle';

type Props = {
  program: ProgramEntry;
  startup: StartupDetail;
  /** Null for who does not read the program's figures: the startup's own people. */
  pairs: readonly PairItem[] | null;
  meetings: readonly MeetingItem[];
  asOf: ReturnType<typeof asOfOf>;
  now: Date;
  asked: Record<string, string>;
  can: { edit: boolean; archive: boolean; reveal: boolean };
};

export function StartupPage({ program, startup, pairs, meetings, asOf, now, asked, can }: Props) {
  const t = useTranslations('startup');
  const party = useTranslations('program.party');
  const locale = useLocale();
  const { slug, homeZone, venueZone } = program;
  const path = `/programs/${slug}/startups/${startup.id}`;
  const name = programName(startup, locale);
  return (
    <ClientMessages namespaces={['program']}>
      <PageHeader
        title={name}
        subtitle={<StartupSubtitle startup={startup} homeZone={homeZone} />}
        {...(pairs ? { back: { href: `/programs/${slug}/startups`, label: t('profile.back') } } : {})}
        asOf={pairs && <AsOfChip {...asOf} path={path} params={asked} />}
        actions={
          <>
            {can.edit && (
              <LinkButton size="sm" href={`${path}/edit`}>
                {party('edit')}
              </LinkButton>
            )}
            {can.archive && (
              <ArchiveStartup
                slug={slug}
                startupId={startup.id}
                name={name}
                version={startup.version}
                isArchived={startup.archivedAt !== null}
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
              query={{ startup: startup.id, ...asked }}
              names="investor"
              zones={[venueZone, homeZone]}
              figures={startup.figures}
              pairs={pairs}
              meetings={meetings}
              asOf={asOf.text}
              now={now}
            />
          )
        }
        side={
          <>
            {pairs && <PartyMoney figures={startup.figures} asOf={asOf.text} />}
            <ContactList
              slug={slug}
              party={{ startupId: startup.id }}
              contacts={startup.contacts}
              consentDays={consentDays(startup.contacts, homeZone, locale)}
              canEdit={can.edit}
              canReveal={can.reveal}
            />
            <ProfilePanel
              texts={[
                { lang: 'ko', text: startup.summary },
                { lang: 'en', text: startup.summaryEn },
              ]}
              website={startup.website}
            />
          </>
        }
      />
    </ClientMessages>
  );
}
