'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';

/** Puts a sentence on the clipboard, exactly as it stands. */
export function CopyButton({ text, language }: { text: string; language: string }) {
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
