import { getLocale, getTranslations } from 'next-intl/server';
import { ImportStart } from '@/components/import/import-link';
import { partiesPath } from '@/components/party/kinds';
import { NewPartyForm } from '@/components/party/party-form';
import { LinkButton } from '@/components/ui/link-button';
import type { ProgramScope } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { listInvestors, listStartups } from '@/lib/party/queries/parties';
import type { PartyKind } from '@/lib/party/rules';

/** Adds startups or investors one after the other; who is there already stands above. */
export async function PartyStep({ scope, kind }: { scope: ProgramScope; kind: PartyKind }) {
  const list = kind === 'startup' ? listStartups : listInvestors;
  const [{ items }, t, locale] = await Promise.all([
    list(scope, { limit: 500 }),
    getTranslations('program.setup'),
    getLocale(),
  ]);
  const { slug } = scope.program;
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap gap-3">
        <ImportStart slug={slug} kind={kind === 'startup' ? 'startups' : 'investors'} />
        {items.length > 0 && (
          <LinkButton size="sm" href={partiesPath(slug, kind)}>
            {t('list')}
          </LinkButton>
        )}
      </div>
      {items.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {items.map((party) => (
            <li key={party.id} className="rounded-md border border-line px-3 py-1">
              {shownName(party, locale)}
            </li>
          ))}
        </ul>
      )}
      <NewPartyForm {...{ slug, kind }} stays />
    </div>
  );
}
