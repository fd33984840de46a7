'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';

type Props = {
  /** What the server found, as it sent it; nothing is shown for anything else. */
  found: unknown;
  hrefOf: (id: string) => string;
  busy: boolean;
  /** What the button says: of adding, or of saving a change. */
  anyway: string;
  onAnyway: () => void;
};

/** Two of one name may be right; the second is added only after the first was seen. */
export function SameName({ found, hrefOf, busy, anyway, onAnyway }: Props) {
  const t = useTranslations('program.party');
  const other = found as { id?: unknown; name?: unknown } | null | undefined;
  if (typeof other?.id !== 'string' || typeof other.name !== 'string') return null;
  return (
    <div role="alert">
      <Notice
        tone="warn"
        title={t('sameName')}
        actions={
          <Button size="sm" busy={busy} onClick={onAnyway}>
            {anyway}
          </Button>
        }
      >
        {t('sameNameText', { name: other.name, anyway })}{' '}
        <TextLink href={hrefOf(other.id)} target="_blank">
          {t('seeOther', { name: other.name })}
        </TextLink>
      </Notice>
    </div>
  );
}
