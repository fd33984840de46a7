import { useTranslations } from 'next-intl';
import { PlainForm } from '@/components/form/plain-form';
import type { Locale } from '@/lib/core/scope';
import { chooseLocaleAction } from '@/lib/person/actions';

const LANGUAGES: readonly { locale: Locale; name: string }[] = [
  { locale: 'ko', name: '한국어' },
  { locale: 'en', name: 'English' },
];

/** For pages before the sign-in; a plain form, so that it works before any script. */
export function LanguageSwitch({ locale }: { locale: Locale }) {
  const t = useTranslations('viewer.signIn');
  return (
    <PlainForm action={chooseLocaleAction}>
      <fieldset className="ui-segments">
        <legend className="sr-only">{t('language')}</legend>
        {LANGUAGES.map((language) => (
          <button
            key={language.locale}
            type="submit"
            name="locale"
            value={language.locale}
            lang={language.locale}
            aria-current={language.locale === locale ? 'true' : undefined}
            className="ui-segment"
          >
            {language.name}
          </button>
        ))}
      </fieldset>
    </PlainForm>
  );
}
