'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import type { Problem } from '@/components/ui/request';
import { SkeletonText } from '@/components/ui/skeleton';
import { TextArea } from '@/components/ui/text-area';
import { useToast } from '@/components/ui/toast';
import type { TimetableGrid } from '@/lib/timetable/schema/grid';
import type { Comparison } from '@/lib/timetable/schema/questions';
import { CountsLine, DifferenceList } from '../compare/difference-words';
import { pastQuestion, stageRequests, timetableRequests } from '../requests';

type Props = { slug: string; grid: TimetableGrid; onClose: () => void };

/** Puts a draft in force: first what that changes and for whom, then one press. */
export function PublishDialog({ slug, grid, onClose }: Props) {
  const t = useTranslations('timetable-grid.publish');
  const router = useRouter();
  const toast = useToast();
  const { id, version, stage } = grid.timetable;
  const [difference, setDifference] = useState<Comparison | null>(null);
  const [problem, setProblem] = useState<Problem | 'offline' | null>(null);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState<'publish' | 'again' | null>(null);
  useEffect(() => {
    const going = new AbortController();
    timetableRequests(slug, id)
      .compare({ signal: going.signal })
      .then((answer) => {
        if (going.signal.aborted) return;
        if (answer.ok) setDifference(answer.value);
        else setProblem('problem' in answer ? answer.problem : 'offline');
      });
    return () => going.abort();
  }, [slug, id]);
  const asks = pastQuestion(problem);
  const publish = async () => {
    setBusy('publish');
    const answer = await timetableRequests(slug, id).publish(version, {
      note: note.trim(),
      past: asks !== null,
    });
    if (answer.ok) {
      toast({ text: t('done', { number: answer.value.number }) });
      router.push(`/programs/${slug}/timetable?stage=${stage}`);
      return;
    }
    setBusy(null);
    setProblem('problem' in answer ? answer.problem : 'offline');
  };
  /** The same plan in a draft that knows what was booked meanwhile. */
  const again = async () => {
    setBusy('again');
    const answer = await stageRequests(slug, stage).create(id);
    setBusy(null);
    if (answer.ok) router.push(`/programs/${slug}/timetable/${answer.value.timetableId}`);
    else setProblem('problem' in answer ? answer.problem : 'offline');
  };
  const footer = (
    <>
      <Button onClick={onClose} disabled={busy !== null}>
        {t('cancel')}
      </Button>
      <Button tone="primary" busy={busy === 'publish'} onClick={() => void publish()}>
        {t(asks ? 'pastConfirm' : 'submit')}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t('title')} footer={footer} size="md" locked={busy !== null}>
      <div className="grid gap-4 pb-4">
        {asks && (
          <div role="alert">
            <Notice tone="warn">{asks}</Notice>
          </div>
        )}
        {problem && !asks && (
          <ErrorNotice
            title={t('refused')}
            actions={
              problem !== 'offline' && (
                <Button size="sm" busy={busy === 'again'} onClick={() => void again()}>
                  {t('again')}
                </Button>
              )
            }
          >
            <ul className="grid gap-1">
              {sentences(problem, t('offline')).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            {problem !== 'offline' && <p className="pt-1">{t('wayOn')}</p>}
          </ErrorNotice>
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

function sentences(problem: Problem | 'offline', offline: string): string[] {
  if (problem === 'offline') return [offline];
  const said = problem.errors?.map(({ message }) => message) ?? [];
  return said.length > 0 ? [...new Set(said)] : [problem.detail];
}
