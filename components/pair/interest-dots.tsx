import { useTranslations } from 'next-intl';

type Props = { interest: number; named?: boolean; className?: string };

/** Interest from 1 to 5 as dots; `named` says "interest" too, where no heading does. */
export function InterestDots({ interest, named, className }: Props) {
  const t = useTranslations('pair.pipeline.card');
  const score = t('interestOf', { score: interest });
  return (
    <span role="img" aria-label={named ? `${t('interest')} ${score}` : score} className={className}>
      {'●'.repeat(interest)}
      {'○'.repeat(5 - interest)}
    </span>
  );
}
