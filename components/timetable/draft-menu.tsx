'use client';

import { Ellipsis } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import type { Plan } from './grid/use-plan';
import { stageRequests } from './requests';

type Props = { slug: string; plan: Plan; canPlan: boolean };

/** What else can be done with a timetable: compare, copy, rename, discard, what-if, print. */
export function DraftMenu({ slug, plan, canPlan }: Props) {
  const t = useTranslations('timetable-grid.menu');
  const router = useRouter();
  const toast = useToast();
  const { ask, version } = plan;
  const { id, stage, name, state } = plan.grid.timetable;
  const base = `/programs/${slug}/timetable`;
  const [opened, setOpened] = useState<'rename' | 'discard' | null>(null);
  const [text, setText] = useState(name);
  const [error, setError] = useState<string | null>(null);
  const says = (answer: { problem: { detail: string } } | { offline: true }) =>
    'problem' in answer ? answer.problem.detail : t('offline');
  const copy = async () => {
    const answer = await stageRequests(slug, stage).create(id);
    if (answer.ok) router.push(`${base}/${answer.value.timetableId}`);
    else toast({ tone: 'danger', text: says(answer) });
  };
  const rename = async () => {
    const answer = await ask.rename(version.current, text.trim());
    if (!answer.ok) {
      const [first] = 'problem' in answer ? (answer.problem.errors ?? []) : [];
      setError(first?.message ?? says(answer));
      return false;
    }
    await plan.reload();
    return true;
  };
  const discard = async () => {
    const answer = await ask.discard(version.current);
    if (!answer.ok) {
      toast({ tone: 'danger', text: says(answer) });
      return;
    }
    const discarded = answer.value.version;
    router.push(`${base}?stage=${stage}`);
    toast({
      text: t('discarded', { name }),
      undo: async () => {
        await ask.restore(discarded);
        router.refresh();
      },
    });
  };
  const isDraft = state === 'draft';
  const items: MenuItem[] = [
    ...(state === 'published'
      ? []
      : [{ id: 'compare', label: t('compare'), href: `${base}/compare?to=${id}` }]),
    { id: 'whatIf', label: t('whatIf'), href: `${base}/${id}/what-if` },
    { id: 'print', label: t('print'), onSelect: () => window.print() },
    ...(canPlan ? [{ id: 'copy', label: t('copy'), startsGroup: true, onSelect: () => void copy() }] : []),
    ...(canPlan && isDraft
      ? [
          { id: 'rename', label: t('rename'), onSelect: () => setOpened('rename') },
          { id: 'discard', label: t('discard'), danger: true, onSelect: () => setOpened('discard') },
        ]
      : []),
  ];
  return (
    <>
      <Menu
        trigger={<Ellipsis aria-hidden="true" size={16} />}
        label={t('label')}
        items={items}
        place="end"
        size="md"
      />
      <ConfirmDialog
        open={opened === 'rename'}
        onClose={() => setOpened(null)}
        title={t('rename')}
        confirmLabel={t('save')}
        onConfirm={rename}
      >
        <TextInput
          className="pb-4"
          label={t('name')}
          maxLength={80}
          required
          value={text}
          error={error ?? undefined}
          onChange={(event) => setText(event.target.value)}
        />
      </ConfirmDialog>
      <ConfirmDialog
        open={opened === 'discard'}
        onClose={() => setOpened(null)}
        title={t('discardTitle', { name })}
        description={t('discardText')}
        confirmLabel={t('discard')}
        tone="danger"
        onConfirm={discard}
      />
    </>
  );
}
