'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Combobox } from '@/components/ui/combobox';

type Props = {
  path: string;
  chosen: string | null;
  others: readonly { value: string; label: string }[];
  kept: string;
};

/** Which party is merged into the one that stays: the choice is in the address, so that it can be sent. */
export function MergeChoice({ path, chosen, others, kept }: Props) {
  const t = useTranslations('party.merge');
  const router = useRouter();
  return (
    <div className="grid gap-3">
      <p className="text-ink-2">{t('text', { kept })}</p>
      <Combobox
        label={t('other')}
        options={others}
        defaultValue={chosen ?? ''}
        onChange={(id) => id && router.replace(`${path}?with=${id}`, { scroll: false })}
      />
    </div>
  );
}
