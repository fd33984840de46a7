import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { formatDay } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/scope';
import type { Clocks } from '@/lib/program/rules';

type Props = { clocks: Clocks; existed: boolean; nowHref: string; locale: Locale };

/** Says that the page shows a past date, what of it does, and the way back. */
export async function ThenNotice({ clocks, existed, nowHref, locale }: Props) {
  const t = await getTranslations('pair.page');
  const date = formatDay(clocks.asOf, locale);
  const known = clocks.knownOn && formatDay(clocks.knownOn, locale);
  const title = existed
    ? known
      ? t('thenKnown', { date, known })
      : t('then', { date })
    : t('notYetThen', { date });
  return (
    <Notice
      title={title}
      actions={
        <LinkButton href={nowHref} size="sm">
          {t('toNow')}
        </LinkButton>
      }
    >
      {existed && <p>{t('thenText')}</p>}
    </Notice>
  );
}
