'use client';

import { useParams, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { call, type Failure } from '@/components/form/call';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { useFailureText } from '@/components/form/failure-words';
import { CancelOrSave } from '@/components/form/form-buttons';
import { type Refused, useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { SkeletonText } from '@/components/ui/skeleton';
import { TextArea } from '@/components/ui/text-area';
import { useToast } from '@/components/ui/toast';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { timetableOperations } from '@/lib/timetable/operations';
import type { TimetableGrid } from '@/lib/timetable/schema/grid';
import type { Comparison } from '@/lib/timetable/schema/questions';
import { CountsLine, DifferenceList } from './compare/difference-words';

type PublishProps = { slug: string; grid: TimetableGrid; onClose: () => void };

/** Puts a draft in force: first what that changes and for whom, then one press. */
export function PublishTimetableDialog({ slug, grid, onClose }: PublishProps) {
  const t = useTranslations('timetable-grid.publish');
  const router = useRouter();
  const toast = useToast();
  const { id: timetableId, version, stage } = grid.timetable;
  const { difference, failure } = useDifference(timetableId);
  const publishing = useOperation(timetableOperations.publishTimetable, { refreshes: 'never' });
  const copying = useOperation(timetableOperations.createDraft, { tells: 'toast', refreshes: 'never' });
  const [note, setNote] = useState('');
  const asks = pastQuestion(publishing);
  const problem = isRefused(publishing) ? publishing : failure;
  const isBusy = publishing.isBusy || copying.isBusy;
  const publish = async () => {
    const past = asks ? { past: true } : {};
    const answer = await publishing.run({ timetableId, version, note: note.trim(), ...past });
    if (!answer.ok) return;
    toast({ text: t('done', { number: answer.value.number }) });
    router.push(`/programs/${slug}/timetable?stage=${stage}`);
  };
  /** The same plan in a draft that knows what was booked meanwhile. */
  const again = async () => {
    const answer = await copying.run({ stage, from: timetableId });
    if (answer.ok) router.push(`/programs/${slug}/timetable/${answer.value.timetableId}`);
  };
  const canGoOn = problem?.failed !== 'unreachable';
  const footer = (
    <CancelOrSave
      save={t(asks ? 'pastConfirm' : 'submit')}
      busy={isBusy}
      onCancel={onClose}
      onSave={publish}
    />
  );
  return (
    <Dialog open onClose={onClose} title={t('title')} footer={footer} size="md" locked={isBusy}>
      <div className="grid gap-4 pb-4">
        {asks && <Question>{asks}</Question>}
        {problem && !asks && (
          <Refusals
            title={t('refused')}
            problem={problem}
            actions={
              canGoOn && (
                <Button size="sm" busy={copying.isBusy} onClick={() => void again()}>
                  {t('again')}
                </Button>
              )
            }
          >
            {canGoOn && <p className="pt-1">{t('wayOn')}</p>}
          </Refusals>
        )}
        {!difference && !problem && <SkeletonText lines={4} />}
        {difference && (
          <>
            <p className="text-md font-bold">
              <CountsLine counts={difference.counts} />
            </p>
            <p>
              {t('told', {
                startups: difference.touched.startups.length,
                investors: difference.touched.investors.length,
              })}
            </p>
            {difference.items.length > 0 && (
              <details>
                <summary className="pointer-coarse:min-h-11">{t('each')}</summary>
                <DifferenceList {...difference} setup={grid.setup} limit={60} />
              </details>
            )}
          </>
        )}
        <TextArea
          label={t('note')}
          hint={t('noteHint')}
          maxLength={500}
          rows={2}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Dialog>
  );
}

/** What a draft would change, read once what asks for it is on the screen. */
export function useDifference(to: string): { difference: Comparison | null; failure: Failure | null } {
  const { program } = useParams<{ program: string }>();
  const [difference, setDifference] = useState<Comparison | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    const going = new AbortController();
    const { signal } = going;
    call(timetableOperations.compareTimetables, { to }, { program, signal }).then((answer) => {
      if (signal.aborted) return;
      if (answer.ok) setDifference(answer.value);
      else setFailure(answer);
    });
    return () => going.abort();
  }, [program, to]);
  return { difference, failure };
}

/** Takes the last publication back in one step, with a word why. */
export function UndoButton({ stage, number }: { stage: MeetingStage; number: number }) {
  const t = useTranslations('timetable-grid.overview.undo');
  const ui = useTranslations('ui');
  const toast = useToast();
  const undoing = useOperation(timetableOperations.undoPublish);
  const [isOpen, setIsOpen] = useState(false);
  const [note, setNote] = useState('');
  const asks = pastQuestion(undoing);
  const undo = async () => {
    const answer = await undoing.run({ stage, note: note.trim(), ...(asks ? { past: true } : {}) });
    if (answer.ok) toast({ text: t('done', { number }) });
    return answer.ok;
  };
  return (
    <>
      <Button size="sm" onClick={() => setIsOpen(true)}>
        {t('open')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('title', { number })}
        description={t('text')}
        confirmLabel={t(asks ? 'pastConfirm' : 'confirm')}
        dismissLabel={ui('close')}
        tone="danger"
        onConfirm={undo}
      >
        <div className="grid gap-4 pb-4">
          {asks && <Question>{asks}</Question>}
          {!asks && isRefused(undoing) && <Refusals title={t('refused')} problem={undoing} />}
          <TextArea
            label={t('note')}
            rows={2}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
      </ConfirmDialog>
    </>
  );
}

function isRefused({ errors, failed }: Refused): boolean {
  return failed !== null || errors.length > 0;
}

/** The question about meetings of a time that is over, where that is all that stands in the way. */
function pastQuestion({ errors }: Refused): string | null {
  const isAll = errors.length > 0 && errors.every(({ reason }) => reason === 'in_the_past');
  return isAll ? (errors[0]?.message ?? null) : null;
}

function Question({ children }: { children: ReactNode }) {
  return (
    <div role="alert">
      <Notice tone="warn">{children}</Notice>
    </div>
  );
}

type RefusalsProps = {
  title: string;
  problem: Failure | Refused;
  actions?: ReactNode;
  children?: ReactNode;
};

/** Each thing that stands in the way once, or the words of what went wrong. */
function Refusals({ title, problem: { errors, failed }, actions, children }: RefusalsProps) {
  const textOf = useFailureText();
  const sentences = [...new Set(errors.map(({ message }) => message))];
  const shown = sentences.length > 0 ? sentences : [textOf({ errors: [], failed })];
  return (
    <ErrorNotice title={title} actions={actions}>
      <ul className="grid gap-1">
        {shown.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {children}
    </ErrorNotice>
  );
}
