import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import type { Day } from '@/lib/core/dates';
import type { Wave } from '@/lib/wave/schema';

type Props = { slug: string; waves: readonly Wave[]; today: Day };

/** On a startup's home: the last wave that is open and has something left to answer; nothing where there is none. */
export async function WaveCard({ slug, waves, today }: Props) {
  const wave = waves.findLast(({ opensOn, toAsk }) => opensOn <= today && toAsk > 0);
  if (!wave) return null;
  const t = await getTranslations('wave.own');
  return (
    <section className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line-2 p-5 max-sm:p-4">
      <div className="grid gap-1">
        <h2 className="font-bold">{t('card', { months: wave.months, count: wave.toAsk })}</h2>
        <p className="text-sm text-ink-2">{t('cardText')}</p>
      </div>
      <LinkButton href={`/programs/${slug}/waves`}>{t('cardOpen')}</LinkButton>
    </section>
  );
}
