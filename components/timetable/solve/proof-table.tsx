import { Check, Minus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { formatNumber } from '@/lib/core/dates';
import type { TimetableProof } from '@/lib/timetable/schema/stage';

/** Each objective in its order: what was reached, what no timetable can pass, and whether that is proved. */
export function ProofTable({ proof }: { proof: TimetableProof }) {
  const t = useTranslations('timetable-grid.proof');
  return (
    <div className="grid gap-1">
      <table className="w-full text-sm">
        <caption className="pb-1 text-start font-bold">{t('title')}</caption>
        <thead className="text-xs text-ink-2">
          <tr>
            <th scope="col" className="text-start font-normal">
              {t('level')}
            </th>
            <th scope="col" className="text-end font-normal">
              {t('value')}
            </th>
            <th scope="col" className="text-end font-normal">
              {t('bound')}
            </th>
            <th scope="col" className="text-end font-normal">
              {t('proved')}
            </th>
          </tr>
        </thead>
        <tbody>
          {proof.levels.map((level) => (
            <tr key={level.name} className="border-t border-line">
              <th scope="row" className="py-1 text-start font-normal">
                {t(`name.${level.name}`)}
              </th>
              <td className="text-end tabular-nums">{formatNumber(level.value)}</td>
              <td className="text-end tabular-nums">{formatNumber(level.bound)}</td>
              <td>
                <span className="flex justify-end">
                  {level.proved ? (
                    <Check size={14} role="img" aria-label={t('yes')} className="text-done" />
                  ) : (
                    <Minus size={14} role="img" aria-label={t('no')} />
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-xs text-ink-2">
        {t('foot', { seconds: formatNumber(Math.round(proof.seconds * 10) / 10) })}
      </p>
    </div>
  );
}
