import { Cell } from '@/components/ui/table';
import { formatNumber, formatPercent } from '@/lib/core/dates';
import type { Into } from './bars';

/** `58.1 % (331/570)`; a dash at the first stage, which nothing leads into. */
export function ConversionCell({ into }: { into: Pick<Into, 'numerator' | 'denominator'> | null }) {
  if (!into) return <Cell numeric>–</Cell>;
  const { numerator, denominator } = into;
  return (
    <Cell numeric>
      {formatPercent(numerator, denominator)}{' '}
      <span className="text-ink-2">
        ({formatNumber(numerator)}/{formatNumber(denominator)})
      </span>
    </Cell>
  );
}
