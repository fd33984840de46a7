import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { ImportItem } from '@/lib/import/schema';

const TONES: Record<ImportItem['state'], BadgeTone> = {
  draft: 'warn',
  applied: 'done',
  undone: 'plain',
  discarded: 'plain',
};

export function ImportState({ state }: { state: ImportItem['state'] }) {
  const t = useTranslations('import.state');
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}
