import { useTranslations } from 'next-intl';
import { CopyButton } from './copy-button';

type Props = { ko: string; en: string };

/** The sentence in both languages, each to be copied by itself. */
export function SentenceTexts({ ko, en }: Props) {
  const t = useTranslations('report');
  const texts = [
    { lang: 'ko', name: t('korean'), text: ko },
    { lang: 'en', name: t('english'), text: en },
  ];
  return (
    <dl className="grid gap-3">
      {texts.map(({ lang, name, text }) => (
        <div key={lang} className="grid gap-2 rounded-md bg-surface-2 p-4">
          <dt className="flex items-center justify-between gap-2 text-sm text-ink-2">
            <span lang={lang}>{name}</span>
            <CopyButton text={text} language={name} />
          </dt>
          <dd lang={lang} className="text-md break-keep">
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}
