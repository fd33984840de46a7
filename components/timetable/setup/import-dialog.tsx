'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { CancelOrSave } from '@/components/form/form-buttons';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import type { StageSlot } from '@/lib/timetable/schema/stage';
import { type FileParty, type FileProblem, readAvailability } from './availability-file';
import { type Paint, squaresOf } from './stroke';

type Props = {
  parties: readonly FileParty[];
  slots: readonly StageSlot[];
  zone: string;
  onClose: () => void;
  /** Answers whether all of it was taken over. */
  onImport: (paints: readonly Paint[]) => Promise<boolean>;
};

const SHOWN = 50;

/** Availability from a spreadsheet: pasted or chosen, read before anything is written, every bad line named. */
export function ImportDialog({ parties, slots, zone, onClose, onImport }: Props) {
  const t = useTranslations('timetable-setup.availability.import');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const reading = useMemo(
    () => (text.trim() ? readAvailability(text, parties, slots, zone) : null),
    [text, parties, slots, zone],
  );
  const problems = reading?.problems ?? [];
  const count = squaresOf(reading?.paints ?? []);
  const submit = async () => {
    if (!reading || count === 0) return;
    setBusy(true);
    setFailed(false);
    const done = await onImport(reading.paints);
    setBusy(false);
    if (done) onClose();
    else setFailed(true);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      locked={busy}
      title={t('title')}
      description={t('text', { zone })}
      footer={
        <CancelOrSave
          save={count === 0 ? t('submit') : t('submitCount', { count })}
          busy={busy}
          disabled={count === 0}
          onCancel={onClose}
          onSave={submit}
        />
      }
    >
      <div className="grid gap-4 pb-1">
        <label className="grid gap-1.5 text-sm font-medium">
          {t('file')}
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            className="block min-h-10 w-full text-sm font-normal file:me-3 file:min-h-9 file:rounded-md file:border file:border-line-2 file:bg-surface file:px-3 pointer-coarse:min-h-12"
            onChange={(event) => {
              setFailed(false);
              void event.target.files?.[0]?.arrayBuffer().then((bytes) => setText(decoded(bytes)));
            }}
          />
        </label>
        <TextArea
          label={t('paste')}
          rows={6}
          value={text}
          spellCheck={false}
          placeholder={t('example')}
          onChange={(event) => {
            setFailed(false);
            setText(event.target.value);
          }}
        />
        <div aria-live="polite" className="grid gap-2">
          {failed && <Notice tone="danger" title={t('failed')} />}
          {problems.length > 0 && <Problems problems={problems} />}
          {reading && problems.length === 0 && (
            <p className="text-sm">
              {count === 0
                ? t('noChange', { lines: reading.lines })
                : t('change', { lines: reading.lines, count })}
            </p>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function Problems({ problems }: { problems: readonly FileProblem[] }) {
  const t = useTranslations('timetable-setup.availability.import');
  return (
    <Notice tone="danger" title={t('problems', { count: problems.length })}>
      <ul className="grid max-h-48 gap-1 overflow-y-auto pt-1 text-sm">
        {problems.slice(0, SHOWN).map(({ line, reason, value }) => (
          <li key={`${line} ${reason}`}>
            {reason === 'columns'
              ? t('problem.columns')
              : t(`problem.${reason}`, { line, value: value || '–' })}
          </li>
        ))}
        {problems.length > SHOWN && <li>{t('moreProblems', { count: problems.length - SHOWN })}</li>}
      </ul>
    </Notice>
  );
}

/** Korean Excel saves without a mark in its own code page; what is no UTF-8 is that. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('euc-kr').decode(bytes);
  }
}
