'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { ConflictPanel } from '@/components/form/conflict-panel';
import { FormButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useEdit } from '@/components/form/use-edit';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/toast';
import type { FieldError } from '@/lib/core/result';
import { type PartyInput, partyOperation } from '@/lib/party/operations';
import { idOf, type PartyKind, refOf } from '@/lib/party/rules';
import {
  type PartyValues,
  partiesPath,
  partyInputOf,
  partyValuesOf,
  usePartyLabel,
  usePartyText,
} from './kinds';
import { PartyFields } from './party-fields';

type NewProps = {
  slug: string;
  kind: PartyKind;
  /** One is added after the other: the form stands on a page of its own purpose. */
  stays?: boolean;
};

export function NewPartyForm({ slug, kind, stays = false }: NewProps) {
  const t = useTranslations('party.form');
  const router = useRouter();
  const toast = useToast();
  const first = useRef<HTMLInputElement>(null);
  const goesOn = useRef(false);
  const isMeant = useRef(false);
  const path = partiesPath(slug, kind);
  const form = useForm({
    initial: partyValuesOf(kind),
    operation: partyOperation(kind, 'add'),
    input: (values) =>
      ({ ...partyInputOf(values), ...(isMeant.current && { sameName: true }) }) as PartyInput<'add'>,
    done: (added) => {
      toast({ text: t('added', { name: String(form.values.name), count: added.pairs }) });
      if (!goesOn.current && !stays) return router.push(`${path}/${idOf(added)}`);
      form.reset();
      first.current?.focus();
    },
  });
  const submit = (again: boolean, meant = false) => {
    goesOn.current = again;
    isMeant.current = meant;
    void form.submit();
  };
  return (
    <form
      {...form.props}
      className="grid max-w-3xl gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
    >
      <Problems {...{ form, path }} anyway={t('addAnyway')} onAnyway={() => submit(goesOn.current, true)} />
      <PartyFields {...{ kind, form, first }} round={form.round} />
      <FormButtons
        save={t('add')}
        {...(!stays && { cancel: t('cancel'), cancelHref: path })}
        busy={form.busy}
      >
        {!stays && (
          <Button onClick={() => submit(true)} disabled={form.busy}>
            {t('addNext')}
          </Button>
        )}
      </FormButtons>
    </form>
  );
}

type EditProps = { slug: string; kind: PartyKind; id: string; version: number; initial: PartyValues };

export function EditPartyForm({ slug, kind, id, version, initial }: EditProps) {
  const t = useTranslations('party.form');
  const label = usePartyLabel(kind);
  const text = usePartyText();
  const router = useRouter();
  const toast = useToast();
  const isMeant = useRef(false);
  const path = partiesPath(slug, kind);
  const profile = `${path}/${id}`;
  const form = useEdit({
    initial,
    version,
    operation: partyOperation(kind, 'edit'),
    valuesOf: (record) => partyValuesOf(kind, record),
    input: (patch) =>
      ({
        ...refOf(kind, id),
        ...patch,
        changes: partyInputOf(patch.changes),
        base: partyInputOf(patch.base),
        ...(isMeant.current && { sameName: true }),
      }) as PartyInput<'edit'>,
    done: () => {
      toast({ text: t('saved') });
      router.push(profile);
    },
  });
  return (
    <form {...form.props} className="grid max-w-3xl gap-5">
      <Problems
        {...{ form, path }}
        anyway={t('saveAnyway')}
        onAnyway={() => {
          isMeant.current = true;
          void form.submit();
        }}
      />
      <ConflictPanel {...{ form, label }} show={text} />
      <PartyFields {...{ kind, form }} round={form.stamp} />
      <FormButtons save={t('save')} cancel={t('cancel')} cancelHref={profile} busy={form.busy} />
    </form>
  );
}

type ProblemProps = {
  form: {
    errors: readonly FieldError[];
    problems: FieldError[];
    failed: string | null;
    current?: unknown;
    busy: boolean;
  };
  /** Where parties of this kind are listed. */
  path: string;
  /** What the button says: of adding, or of saving a change. */
  anyway: string;
  onAnyway: () => void;
};

/** What stands in the way. Two of one name may be right: the second is saved only after the first was seen. */
function Problems({ form, path, anyway, onAnyway }: ProblemProps) {
  const t = useTranslations('party');
  const other = form.errors.some(({ reason }) => reason === 'same_name') ? foundIn(form.current) : null;
  if (!other) return <FormProblems errors={form.problems} failed={form.failed} />;
  return (
    <div role="alert">
      <Notice
        tone="warn"
        title={t('sameName')}
        actions={
          <Button size="sm" busy={form.busy} onClick={onAnyway}>
            {anyway}
          </Button>
        }
      >
        {t('sameNameText', { name: other.name, anyway })}{' '}
        <TextLink href={`${path}/${other.id}`} target="_blank">
          {t('seeOther', { name: other.name })}
        </TextLink>
      </Notice>
    </div>
  );
}

/** The party that the server found under the same name. */
function foundIn(current: unknown): { id: string; name: string } | null {
  const { id, name } = (current ?? {}) as { id?: unknown; name?: unknown };
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : null;
}
