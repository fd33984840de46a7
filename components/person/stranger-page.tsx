import { useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Logo } from '@/components/shell/logo';
import type { Locale } from '@/lib/core/locale';

type Props = { title: ReactNode; intro?: ReactNode; children: ReactNode };

/** The frame of what a reader sees before signing in: one narrow column, the language, nothing else. */
export async function StrangerPage({ title, intro, children }: Props) {
  const [t, locale] = await Promise.all([getTranslations('viewer.signIn'), getLocale()]);
  return (
    <main className="mx-auto grid w-full max-w-md content-start gap-8 px-5 py-8 sm:py-16">
      <header className="flex items-center justify-between gap-4">
        <span className="flex items-center gap-2.5 text-md font-bold">
          <Logo size={28} />
          {t('product')}
        </span>
        <LanguageSwitch locale={locale} />
      </header>
      <div className="grid gap-2">
        <h1 className="text-xl font-bold">{title}</h1>
        {intro && <div className="text-ink-2">{intro}</div>}
      </div>
      {children}
    </main>
  );
}

const LANGUAGES: readonly { locale: Locale; name: string }[] = [
  { locale: 'ko', name: '한국어' },
  { locale: 'en', name: 'English' },
];

/** For pages before the sign-in: links that proxy.ts answers with a cookie, so that they work before any script. */
function LanguageSwitch({ locale }: { locale: Locale }) {
  const t = useTranslations('viewer.signIn');
  return (
    <nav aria-label={t('language')} className="ui-segments">
      {LANGUAGES.map((language) => (
        <a
          key={language.locale}
          href={`?language=${language.locale}`}
          lang={language.locale}
          hrefLang={language.locale}
          aria-current={language.locale === locale ? 'true' : undefined}
          className="ui-segment"
        >
          {language.name}
        </a>
      ))}
    </nav>
  );
}
