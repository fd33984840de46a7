'use client';

import { useTranslations } from 'next-intl';
import { FormProblems } from '@/components/form/form-problems';
import { useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { CURRENCIES, type Currency } from '@/lib/core/currencies';
import { importOperations } from '@/lib/import/operations';
import type { ImportDetail } from '@/lib/import/schema';
import { chosenFile } from './chosen-file';
import { LONG_MS } from './import-address';
import { ImportProgress } from './import-progress';
import { useUpload } from './use-upload';

const ORDERS = ['ymd', 'dmy', 'mdy'] as const;

type Props = { slug: string; detail: ImportDetail };

/** What is asked once for the whole file: how its days are written, in which currency its figures are, and which sheet is meant. */
export function FileQuestions({ slug, detail }: Props) {
  const t = useTranslations('import.questions');
  const { answers, rejections } = detail;
  const { run, isPending, errors, failed } = useOperation(importOperations.change, { patience: LONG_MS });
  const answer = (given: typeof answers) =>
    run({ importId: detail.id, version: detail.version, answers: given });
  const rejectedFor = (asked: string) => rejections.find(({ reason }) => reason === asked)?.rows ?? 0;
  const unclear = rejectedFor('ambiguous_date');
  const withoutCurrency = rejectedFor('currency_unsaid');
  return (
    <>
      <FormProblems errors={errors} failed={failed} />
      <Sheets slug={slug} detail={detail} />
      {(unclear > 0 || answers.dayOrder) && (
        <Notice
          tone={unclear > 0 ? 'warn' : 'info'}
          title={
            answers.dayOrder
              ? t('dayOrderIs', { order: t(`order.${answers.dayOrder}`) })
              : t('dayOrder', { count: unclear })
          }
        >
          <span className="flex flex-wrap gap-2 pt-1">
            {ORDERS.filter((order) => order !== answers.dayOrder).map((order) => (
              <Button key={order} size="sm" busy={isPending} onClick={() => answer({ dayOrder: order })}>
                {t(`order.${order}`)}
              </Button>
            ))}
          </span>
        </Notice>
      )}
      {(withoutCurrency > 0 || answers.currency) && (
        <Select
          className="max-w-xs"
          label={t('currency')}
          hint={withoutCurrency > 0 ? t('currencyUnsaid', { count: withoutCurrency }) : t('currencyHint')}
          value={answers.currency ?? ''}
          {...(answers.currency ? {} : { emptyLabel: t('chooseCurrency') })}
          disabled={isPending}
          options={Object.keys(CURRENCIES).map((currency) => ({ value: currency, label: currency }))}
          onChange={(event) => answer({ currency: event.target.value as Currency })}
        />
      )}
    </>
  );
}

/** Which sheet was read, and the others: each by sending the file again where the page still has it. */
function Sheets({ slug, detail }: Props) {
  const t = useTranslations('import.questions');
  const { send, progress, isBusy, errors, failed } = useUpload(slug);
  const { id, kind, sheet, otherSheets, hiddenSheets, hiddenRows } = detail;
  if (otherSheets.length + hiddenSheets + hiddenRows === 0) return null;
  const file = chosenFile(id);
  return (
    <Notice title={t('sheet', { sheet: sheet ?? '' })}>
      {hiddenSheets > 0 && <p>{t('hidden', { count: hiddenSheets })}</p>}
      {hiddenRows > 0 && <p>{t('hiddenRows', { count: hiddenRows })}</p>}
      {otherSheets.length > 0 && !file && <p>{t('others', { sheets: otherSheets.join(', ') })}</p>}
      {file && otherSheets.length > 0 && (
        <span className="flex flex-wrap gap-2 pt-1">
          {otherSheets.map((other) => (
            <Button key={other} size="sm" busy={isBusy} onClick={() => send({ file, kind, sheet: other })}>
              {t('readSheet', { sheet: other })}
            </Button>
          ))}
        </span>
      )}
      <FormProblems errors={errors} failed={failed} />
      {progress && <ImportProgress progress={progress} />}
    </Notice>
  );
}
