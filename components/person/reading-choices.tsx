import { useLocale, useTranslations } from 'next-intl';
import type { Theme } from '@/lib/core/scope';
import { PreferenceChoice } from './preference-choice';

type Props = { theme: Theme; className?: string };

/** In which language and light one reads. */
export function ReadingChoices({ theme, className = '' }: Props) {
  const t = useTranslations('shell');
  return (
    <>
      <PreferenceChoice
        of="locale"
        label={t('language')}
        now={useLocale()}
        choices={[
          { value: 'ko', label: '한국어' },
          { value: 'en', label: 'English' },
        ]}
        className={className}
      />
      <PreferenceChoice
        of="theme"
        label={t('theme')}
        now={theme}
        choices={[
          { value: 'light', label: t('themeLight') },
          { value: 'dark', label: t('themeDark') },
          { value: 'system', label: t('themeSystem') },
        ]}
        className={className}
      />
    </>
  );
}
