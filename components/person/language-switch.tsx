import { useTranslations } from 'next-intl';
import type { Locale } from '@/lib/core/locale';

const LANGUAGES: readonly { locale: Locale; name: string }[] = [
  { locale: 'ko', name: '한국어' },
  { locale: 'en', name: 'English' },
];

/** For pages before the sign-in: links that proxy.ts answers with a cookie, so that they work before any script. */
export function LanguageSwitch({ locale }: { locale: Locale }) {
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
