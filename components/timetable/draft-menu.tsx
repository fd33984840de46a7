'use client';

import { Ellipsis } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { ConflictPanel } from '@/components/form/conflict-panel';
import { DialogButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useEdit } from '@/components/form/use-edit';
import { useOperation } from '@/components/form/use-operation';
import { Dialog } from '@/components/ui/dialog';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { timetableOperations } from '@/lib/timetable/operations';
import { comparedAddress } from './address';
import type { PlanState } from './grid/use-plan';

type Props = { slug: string; plan: PlanState; canPlan: boolean };

/** What else can be done with a timetable: compare, copy, rename, discard, what-if, print. */
export function DraftMenu({ slug, plan, canPlan }: Props) {
  const t = useTranslations('timetable-grid.menu');
  const router = useRouter();
  const toast = useToast();
  const { version } = plan;
  const { id: timetableId, stage, name, state } = plan.grid.timetable;
  const base = `/programs/${slug}/timetable`;
  const [opened, setOpened] = useState<'rename' | 'discard' | null>(null);
  const copying = useOperation(timetableOperations.createDraft, { tells: 'toast', refreshes: 'never' });
  const discarding = useOperation(timetableOperations.discardDraft, { tells: 'toast', refreshes: 'never' });
  const restoring = useOperation(timetableOperations.restoreDraft, { tells: 'toast' });
  const copy = async () => {
    const answer = await copying.run({ stage, from: timetableId });
    if (answer.ok) router.push(`${base}/${answer.value.timetableId}`);
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
      {opened === 'rename' && <RenameDialog plan={plan} onClose={() => setOpened(null)} />}
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

/** Gives a draft another name. A plan that changed meanwhile is no hindrance, another new name is asked about. */
function RenameDialog({ plan, onClose }: { plan: PlanState; onClose: () => void }) {
  const t = useTranslations('timetable-grid.menu');
  const { id: timetableId, name } = plan.grid.timetable;
  const form = useEdit({
    initial: { name },
    version: plan.version.current,
    operation: timetableOperations.renameDraft,
    input: ({ version }, values) => ({ timetableId, version, name: values.name.trim() }),
    done: async () => {
      onClose();
      await plan.reload();
    },
  });
  return (
    <Dialog open onClose={onClose} title={t('rename')} size="sm" locked={form.busy}>
      <form {...form.props} className="grid gap-4 pb-5">
        <FormProblems errors={form.problems} failed={form.failed} />
        <ConflictPanel form={form} label={() => t('name')} />
        <TextInput label={t('name')} maxLength={80} required {...form.field('name')} />
        <DialogButtons save={t('save')} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
