import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import type { Viewer } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { withReturn } from '@/lib/person/rules/return-path';

/** Programs that this sign-in does not open because it gave one proof, and the way to the second. They stand in no list. */
export function LockedPrograms({ programs }: { programs: Viewer['lockedPrograms'] }) {
  const t = useTranslations('program.list');
  const format = useFormatter();
  const locale = useLocale();
  const link = (
    <LinkButton size="sm" href={withReturn('/account/second-factor', '/programs')}>
      {t('secondProof')}
    </LinkButton>
  );
  return (
    <Notice className="mb-4" actions={link}>
      {t('locked', { programs: format.list(programs.map((program) => shownName(program, locale))) })}
    </Notice>
  );
}
