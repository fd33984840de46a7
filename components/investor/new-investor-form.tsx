'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { FormButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { addInvestorAction } from '@/lib/investor/actions';
import { SameName } from '../program/party/same-name';
import { InvestorFields } from './investor-fields';

const EMPTY = { name: '', city: '', focus: [] as string[], summary: '', website: '', sameName: false };

export function NewInvestorForm({ slug }: { slug: string }) {
  const t = useTranslations('investor.form');
  const router = useRouter();
  const toast = useToast();
  const first = useRef<HTMLInputElement>(null);
  const goesOn = useRef(false);
  const list = `/programs/${slug}/investors`;
  const form = useForm({
    initial: EMPTY,
    send: (values, key) => addInvestorAction(slug, values, key),
    done: ({ investorId, pairs }) => {
      toast({ text: t('added', { name: form.values.name, count: pairs }) });
      if (!goesOn.current) return router.push(`${list}/${investorId}`);
      form.reset();
      // The fields are drawn anew first.
      requestAnimationFrame(() => first.current?.focus());
    },
  });
  const submit = (again: boolean, more = {}) => {
    goesOn.current = again;
    void form.submit({ ...form.values, ...more });
  };
  const isSameName = form.errors.some((error) => error.reason === 'same_name');
  return (
    <form
      {...form.props}
      className="grid max-w-3xl gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
    >
      {isSameName ? (
        <SameName
          found={form.current}
          hrefOf={(id) => `${list}/${id}`}
          busy={form.busy}
          anyway={t('addAnyway')}
          onAnyway={() => submit(goesOn.current, { sameName: true })}
        />
      ) : (
        <FormProblems errors={form.problems} failed={form.failed} />
      )}
      <InvestorFields
        key={form.round}
        values={form.values}
        set={(field, value) => form.setValues((before) => ({ ...before, [field]: value }))}
        error={form.error}
        first={first}
      />
      <FormButtons save={t('add')} cancel={t('cancel')} cancelHref={list} busy={form.busy}>
        <Button onClick={() => submit(true)} disabled={form.busy}>
          {t('addNext')}
        </Button>
      </FormButtons>
    </form>
  );
}
