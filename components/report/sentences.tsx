'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';

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

/** Puts a sentence on the clipboard, exactly as it stands. */
function CopyButton({ text, language }: { text: string; language: string }) {
  const t = useTranslations('report');
  const common = useTranslations('common');
  const toast = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast({ text: t('copied') });
    } catch {
      toast({ text: t('copyFailed'), tone: 'danger' });
    }
  };
  return (
    <Button
      size="sm"
      className="no-print"
      icon={<Copy aria-hidden="true" size={14} />}
      aria-label={t('copy', { language })}
      onClick={copy}
    >
      {common('copy')}
    </Button>
  );
}
