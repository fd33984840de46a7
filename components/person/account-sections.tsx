import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/shell/client-messages';
import { TokenList } from '@/components/token/token-list';
import { FormError } from '@/components/ui/form-error';
import { Panel } from '@/components/ui/panel';
import { WebhookList } from '@/components/webhook/webhook-list';
import { formatDateTime } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import type { ProgramEntry, Theme } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import type { Account } from '@/lib/person/schema/account';
import type { ApiTokenItem } from '@/lib/token/schema';
import type { WebhookItem } from '@/lib/webhook/schema';
import { FirstPasswordForm, NameForm, PasswordForm } from './account-forms';
import { browserName } from './browser-name';
import { IdentityList } from './identity-list';
import { PasskeyList } from './passkey-list';
import { ProviderButton } from './provider-button';
import { ReadingChoices } from './reading-choices';
import { type FactorRow, SecondFactor } from './second-factor';
import { SignInList } from './sign-in-list';

type Props = {
  account: Account;
  /** The provider of OpenID Connect of this installation. */
  provider: { issuer: string; name: string } | null;
  theme: Theme;
  tokens: readonly ApiTokenItem[];
  webhooks: readonly WebhookItem[];
  /** Those that the person may enter. */
  programs: readonly ProgramEntry[];
  zone: string;
  /** Why an account at the provider was not connected. */
  problem: string | null;
};

/** Everything of one's own account, each part by itself. Times are of `zone`, and say so. */
export async function AccountSections({
  account,
  provider,
  theme,
  tokens,
  webhooks,
  programs,
  zone,
  problem,
}: Props) {
  const [t, token, webhook, locale] = await Promise.all([
    getTranslations('person.account'),
    getTranslations('token'),
    getTranslations('webhook'),
    getLocale(),
  ]);
  const nameOf = (slug: string) => {
    const program = programs.find((each) => each.slug === slug);
    return program ? shownName(program, locale) : slug;
  };
  const choices = programs.map(({ programId, ...program }) => ({
    id: programId,
    name: shownName(program, locale),
  }));
  const when = (at: string) => formatDateTime(new Date(at), zone, locale);
  return (
    <ClientMessages namespaces={['person', 'program', 'token', 'webhook']}>
      <div className="grid max-w-3xl gap-10">
        <Panel look="plain" title={t('who')} note={account.email}>
          <NameForm {...account} />
        </Panel>
        <Panel look="plain" title={t('reading')} note={t('readingNote')}>
          <div className="flex flex-wrap gap-x-10 gap-y-4">
            <ReadingChoices theme={theme} />
          </div>
        </Panel>
        <Panel look="plain" title={t('password')}>
          {account.isPasswordSet ? (
            <PasswordForm email={account.email} />
          ) : (
            <FirstPasswordForm email={account.email} needsCode={account.secondFactor !== null} />
          )}
        </Panel>
        <Panel look="plain" title={t('passkeys')} note={t('passkeysNote')}>
          <PasskeyList
            passkeys={account.passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
              ...{ id, name, since: when(createdAt), used: lastUsedAt && when(lastUsedAt) },
            }))}
          />
        </Panel>
        <Panel look="plain" title={t('factor')} note={t('factorNote')}>
          <SecondFactor factor={factorRow(account, zone, locale)} />
        </Panel>
        {(account.identities.length > 0 || provider) && (
          <Panel look="plain" title={t('identities')} note={t('identitiesNote')}>
            <FormError problems={problem ? [{ key: problem, text: problem }] : []} />
            <IdentityList
              identities={account.identities.map(({ id, issuer, email, createdAt, lastUsedAt }) => ({
                ...{ id, email, provider: new URL(issuer).host, since: when(createdAt) },
                used: lastUsedAt && when(lastUsedAt),
              }))}
            />
            {provider && !account.identities.some(({ issuer }) => issuer === provider.issuer) && (
              <ProviderButton
                label={t('connect', { provider: provider.name })}
                next="/account"
                connects={account.personId}
              />
            )}
          </Panel>
        )}
        <Panel look="plain" title={t('signIns')} note={t('signInsNote')}>
          <SignInList
            signIns={account.signIns.map(({ id, userAgent, method, lastSeenAt, createdAt, isThis }) => ({
              id,
              browser: browserName(userAgent) ?? t('unknownBrowser'),
              method: t(`by.${method}`),
              seen: when(lastSeenAt),
              since: when(createdAt),
              isThis,
            }))}
          />
        </Panel>
        <Panel look="plain" title={token('title')} note={token('note')}>
          <TokenList
            programs={choices}
            tokens={tokens.map((row) => ({
              id: row.id,
              name: row.name,
              created: when(row.createdAt),
              used: row.lastUsedAt && when(row.lastUsedAt),
              revoked: row.revokedAt && when(row.revokedAt),
              expires: when(row.expiresAt),
              isExpired: row.isExpired,
              isReadOnly: row.access === 'read',
              mayAssistantWrite: row.assistantWrites,
              programs: row.programs.map(nameOf).join(', '),
            }))}
          />
        </Panel>
        <Panel look="plain" title={webhook('title')} note={webhook('note')}>
          <WebhookList
            programs={choices}
            zone={zone}
            webhooks={webhooks.map(({ id, url, events, failed, lastDelivery, ...row }) => ({
              ...{ id, url, events, failed, version: row.version },
              programs: row.programs.map(nameOf).join(', '),
              programIds: programs
                .filter(({ slug }) => row.programs.includes(slug))
                .map(({ programId }) => programId),
              oldKeyUntil: row.oldKeyUntil && when(row.oldKeyUntil),
              created: when(row.createdAt),
              last: lastDelivery && when(lastDelivery.at),
            }))}
          />
        </Panel>
      </div>
    </ClientMessages>
  );
}

/** The second factor as it is shown, or null where there is none. */
export function factorRow({ secondFactor }: Account, zone: string, locale: Locale): FactorRow | null {
  return (
    secondFactor && {
      since: formatDateTime(new Date(secondFactor.confirmedAt), zone, locale),
      codesLeft: secondFactor.recoveryCodesLeft,
    }
  );
}
