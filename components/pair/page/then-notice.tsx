import { getTranslations } from 'next-intl/server';
import { MoneyText } from '@/components/amount/money-text';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/lib/core/scope';
import type { PairItem } from '@/lib/pair/rules/item';

type Props = { then: PairItem | undefined; date: string; locale: Locale };

/** Where the pair stood on the as-of date, said beside a page that shows how it stands now. */
export async function ThenNotice({ then, date, locale }: Props) {
  const t = await getTranslations('pair');
  const amount = await getTranslations('amount');
  if (!then) return <Notice title={t('page.notYetThen', { date })} />;
  const [live] = then.amounts;
  return (
    <Notice title={t('page.then', { date })}>
      <p>
        {t(`stage.${then.stage}`)} · {t(`status.${then.status}`)}
        {live && (
          <>
            {' · '}
            {amount(`rung.${live.rung}`)} <MoneyText {...live} locale={locale} className="font-bold" />
          </>
        )}
      </p>
      <p className="text-sm">{t('page.thenText')}</p>
    </Notice>
  );
}
