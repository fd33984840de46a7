import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SignInCodeForm } from '@/components/person/code-form';
import { StrangerPage } from '@/components/person/stranger-page';
import { ClientMessages } from '@/components/shell/client-messages';
import { TextLink } from '@/components/ui/link-button';
import type { RawQuery } from '@/lib/core/address';
import { readReturn, withReturn } from '@/lib/person/rules/return-path';
import { currentViewer, owesCode } from '@/lib/platform/gate';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('viewer.code');
  return { title: t('title') };
}

type Props = { searchParams: Promise<RawQuery> };

/** The code after the first proof. Whoever owes none is sent on, or back to the beginning. */
export default async function SignInCodePage({ searchParams }: Props) {
  const { next } = readReturn(await searchParams);
  if (await currentViewer()) redirect(next);
  const again = withReturn('/sign-in', next);
  if (!(await owesCode())) redirect(again);
  const t = await getTranslations('viewer.code');
  return (
    <StrangerPage title={t('title')} intro={t('text')}>
      <ClientMessages namespaces={['viewer']}>
        <SignInCodeForm next={next} />
        <TextLink href={again} className="justify-self-start text-sm">
          {t('other')}
        </TextLink>
      </ClientMessages>
    </StrangerPage>
  );
}
