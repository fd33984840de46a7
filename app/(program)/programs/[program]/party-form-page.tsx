import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { partiesPath, partyValuesOf } from '@/components/party/kinds';
import { EditPartyForm, NewPartyForm } from '@/components/party/party-form';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { shownName } from '@/lib/core/shown-name';
import { canEditParties, canKeepParties } from '@/lib/party/policy';
import type { PartyKind } from '@/lib/party/rules';
import { requireProgram } from '@/lib/platform/gate';
import { loadParty } from './party-profile-page';

/** The messages that the forms of every kind need in the browser. */
const WORDS = ['program', 'party', 'startup', 'investor'] as const;

export async function partyFormMetadata(kind: PartyKind, title: 'newTitle' | 'editTitle') {
  return { title: (await getTranslations())(`${kind}.form.${title}`) };
}

export async function newPartyPage(kind: PartyKind, program: string) {
  const scope = await requireProgram(program);
  if (!canKeepParties(scope)) notFound();
  const t = await getTranslations();
  const { slug } = scope.program;
  return (
    <>
      <PageHeader
        title={t(`${kind}.form.newTitle`)}
        back={{ href: partiesPath(slug, kind), label: t(`${kind}.list.title`) }}
      />
      <ClientMessages namespaces={WORDS}>
        <NewPartyForm {...{ slug, kind }} />
      </ClientMessages>
    </>
  );
}

export async function editPartyPage(kind: PartyKind, program: string, id: string) {
  const scope = await requireProgram(program);
  if (!canEditParties(scope, kind)) notFound();
  const party = await loadParty(scope, kind, id);
  const [locale, t] = await Promise.all([getLocale(), getTranslations()]);
  const { slug } = scope.program;
  return (
    <>
      <PageHeader
        title={t(`${kind}.form.editTitle`)}
        back={{ href: `${partiesPath(slug, kind)}/${id}`, label: shownName(party, locale) }}
      />
      <ClientMessages namespaces={WORDS}>
        <EditPartyForm {...{ slug, kind, id }} version={party.version} initial={partyValuesOf(kind, party)} />
      </ClientMessages>
    </>
  );
}
