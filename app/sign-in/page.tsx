import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { LanguageSwitch } from '@/components/person/language-switch';
import { SampleDoor } from '@/components/person/sample-door';
import { SignInForm } from '@/components/person/sign-in-form';
import { ClientMessages } from '@/components/shell/client-messages';
import { Mark } from '@/components/shell/mark';
import { TextLink } from '@/components/ui/link-button';
import { samplePeopleFor } from '@/lib/person/commands/open-sample';
import { returnPath } from '@/lib/person/rules/return-path';
import { requestRoute } from '@/lib/platform/browser';
import { currentViewer } from '@/lib/platform/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('viewer.signIn'))('title') };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const asked = (await searchParams).next;
  const next = returnPath(Array.isArray(asked) ? asked[0] : asked);
  if (await currentViewer()) redirect(next);
  const people = samplePeopleFor(await requestRoute());
  const t = await getTranslations('viewer');
  return (
    <main className="mx-auto grid w-full max-w-md content-start gap-8 px-5 py-10 sm:py-16">
      <header className="flex items-center justify-between gap-4">
        <span className="flex items-center gap-2.5 text-md font-bold">
          <Mark size={28} />
          {t('signIn.product')}
        </span>
        <LanguageSwitch locale={await getLocale()} />
      </header>
      <ClientMessages namespaces={['viewer']}>
        {people.length > 0 && (
          <section aria-labelledby="sample" className="grid gap-3">
            <h2 id="sample" className="text-base font-bold">
              {t('sample.title')}
            </h2>
            <p className="text-sm text-ink-2">{t('sample.text')}</p>
            <SampleDoor people={[...people]} next={next} />
          </section>
        )}
        <section aria-labelledby="sign-in" className="grid gap-4">
          <h1 id="sign-in" className="text-xl font-bold">
            {t('signIn.title')}
          </h1>
          {next !== '/' && <p className="text-sm text-ink-2">{t('signIn.next')}</p>}
          <SignInForm next={next} />
          <p className="text-sm">
            <TextLink href="/sign-in/forgot">{t('signIn.forgot')}</TextLink>
          </p>
          <p className="text-sm text-ink-2">{t('signIn.noAccount')}</p>
        </section>
      </ClientMessages>
    </main>
  );
}
