'use client';

import { Ellipsis } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFailureText } from '@/components/form/failure-words';
import { useOperation } from '@/components/form/use-operation';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { timetableOperations } from '@/lib/timetable/operations';
import { comparedAddress } from './address';
import type { Plan } from './grid/use-plan';

type Props = { slug: string; plan: Plan; canPlan: boolean };

/** What else can be done with a timetable: compare, copy, rename, discard, what-if, print. */
export function DraftMenu({ slug, plan, canPlan }: Props) {
  const t = useTranslations('timetable-grid.menu');
  const router = useRouter();
  const toast = useToast();
  const { version } = plan;
  const { id: timetableId, stage, name, state } = plan.grid.timetable;
  const base = `/programs/${slug}/timetable`;
  const [opened, setOpened] = useState<'rename' | 'discard' | null>(null);
  const [text, setText] = useState(name);
  const copying = useOperation(timetableOperations.createDraft, { tells: 'toast', refreshes: 'never' });
  const renaming = useOperation(timetableOperations.renameDraft, { refreshes: 'never' });
  const discarding = useOperation(timetableOperations.discardDraft, { tells: 'toast', refreshes: 'never' });
  const restoring = useOperation(timetableOperations.restoreDraft, { tells: 'toast' });
  const copy = async () => {
    const answer = await copying.run({ stage, from: timetableId });
    if (answer.ok) router.push(`${base}/${answer.value.timetableId}`);
  };
  const rename = async () => {
    const answer = await renaming.run({ timetableId, version: version.current, name: text.trim() });
    if (answer.ok) await plan.reload();
    return answer.ok;
  };
  const discard = async () => {
    const answer = await discarding.run({ timetableId, version: version.current });
    if (!answer.ok) return;
    router.push(`${base}?stage=${stage}`);
    toast({
      text: t('discarded', { name }),
      undo: async () => void (await restoring.run({ timetableId, version: answer.value.version })),
    });
  };
  const textOf = useFailureText();
  const isRefused = renaming.failed !== null || renaming.errors.length > 0;
  const isDraft = state === 'draft';
  const items: MenuItem[] = [
    ...(state === 'published'
      ? []
      : [{ id: 'compare', label: t('compare'), href: comparedAddress(slug, { to: timetableId }) }]),
    { id: 'whatIf', label: t('whatIf'), href: `${base}/${timetableId}/what-if` },
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
          error={isRefused ? textOf(renaming) : undefined}
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
