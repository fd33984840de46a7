import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type PageQuery, readFormPage } from '@/app/api/auth/form-page';
import { PasskeySignIn } from '@/components/person/passkey-sign-in';
import { ProviderButton } from '@/components/person/provider-button';
import { SampleSignIn } from '@/components/person/sample-sign-in';
import { SignInForm } from '@/components/person/sign-in-form';
import { StrangerPage } from '@/components/person/stranger-page';
import { ClientMessages } from '@/components/shell/client-messages';
import { TextLink } from '@/components/ui/link-button';
import { withReturn } from '@/lib/person/rules/return-path';
import { SAMPLE_PEOPLE } from '@/lib/person/rules/sample-people';
import { currentViewer } from '@/lib/platform/gate';
import { admitsSample } from '@/lib/platform/local-request';
import { oidcProvider } from '@/lib/platform/oidc';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('viewer.signIn');
  return { title: t('title') };
}

export default async function SignInPage({ searchParams }: { searchParams: PageQuery }) {
  const { csrf, next, problem } = await readFormPage(searchParams, 'person');
  if (await currentViewer()) redirect(next);
  const [t, sent] = await Promise.all([getTranslations('viewer'), headers()]);
  const provider = oidcProvider();
  const people = admitsSample(sent) ? SAMPLE_PEOPLE : [];
  return (
    <StrangerPage title={t('signIn.title')} intro={next === '/' ? null : t('signIn.next')}>
      <ClientMessages namespaces={['viewer']}>
        {people.length > 0 && (
          <section aria-labelledby="sample" className="grid gap-3">
            <h2 id="sample" className="font-bold">
              {t('sample.title')}
            </h2>
            <p className="text-sm text-ink-2">{t('sample.text')}</p>
            <SampleSignIn
              people={people.map(({ email, part }) => ({ email, part }))}
              csrf={csrf}
              next={next}
            />
          </section>
        )}
        {provider && (
          <ProviderButton
            label={t('signIn.withProvider', { provider: provider.name })}
            next={next}
            size="lg"
            wide
          />
        )}
        <section aria-labelledby="with-email" className="grid gap-4">
          <h2 id="with-email" className={people.length > 0 ? 'font-bold' : 'sr-only'}>
            {t('signIn.withEmail')}
          </h2>
          <SignInForm csrf={csrf} next={next} problem={problem} />
          <PasskeySignIn next={next} />
          <TextLink href={withReturn('/sign-in/email', next)} className="justify-self-start text-sm">
            {t('signIn.byMail')}
          </TextLink>
          <TextLink href="/sign-in/forgot" className="justify-self-start text-sm">
            {t('signIn.forgot')}
          </TextLink>
          <p className="text-sm text-ink-2">{t('signIn.noAccount')}</p>
        </section>
      </ClientMessages>
    </StrangerPage>
  );
}
