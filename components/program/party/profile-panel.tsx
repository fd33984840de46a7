import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';

type Props = {
  /** Paragraphs with the language they are written in. */
  texts: readonly { lang: 'ko' | 'en'; text: string }[];
  website: string;
  facts?: readonly { term: string; detail: string }[];
};

/** Who they are in their own words. */
export function ProfilePanel({ texts, website, facts = [] }: Props) {
  const t = useTranslations('program.party');
  const written = texts.filter(({ text }) => text !== '');
  const known = facts.filter(({ detail }) => detail !== '');
  return (
    <Panel title={t('profile')}>
      {written.length + known.length === 0 && !website && <p className="text-ink-2">{t('noProfile')}</p>}
      {known.length > 0 && (
        <dl className="grid gap-1">
          {known.map(({ term, detail }) => (
            <div key={term} className="flex gap-3">
              <dt className="w-20 shrink-0 text-ink-2">{term}</dt>
              <dd>{detail}</dd>
            </div>
          ))}
        </dl>
      )}
      {written.map(({ lang, text }) => (
        <p key={lang} lang={lang} className="whitespace-pre-line">
          {text}
        </p>
      ))}
      {website && (
        <p>
          <a href={website} target="_blank" rel="noreferrer nofollow" className="ui-link break-all">
            {website.replace(/^https?:\/\/(www\.)?|\/$/g, '')}
            <span className="sr-only"> ({t('newTab')})</span>
          </a>
        </p>
      )}
    </Panel>
  );
}
