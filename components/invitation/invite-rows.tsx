'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Choices } from '@/components/person/role-fields';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { TextInput } from '@/components/ui/text-input';
import type { FieldError } from '@/lib/core/result';
import { MOST_PASTED, type PastedPerson } from '@/lib/invitation/rules/pasted';

type Field = 'email' | 'name' | 'role' | 'startupId';
type Props = {
  rows: readonly PastedPerson[];
  choices: Choices;
  /** What the server refused, at `people`, the line, the field. */
  errors: readonly FieldError[];
  onChange: (rows: PastedPerson[]) => void;
};

/** What a line still needs before it is sent: the first thing missing in each of its fields. */
function missingIn(
  row: PastedPerson,
  rows: readonly PastedPerson[],
): Partial<Record<Field, 'needed' | 'twice'>> {
  const isTwice = rows.filter(({ email }) => email.toLowerCase() === row.email.toLowerCase()).length > 1;
  return {
    ...(row.email === '' ? { email: 'needed' } : isTwice ? { email: 'twice' } : {}),
    ...(row.name === '' && { name: 'needed' }),
    ...(row.role === '' && { role: 'needed' }),
    ...(row.role === 'startup' && row.startupId === '' && { startupId: 'needed' }),
  };
}

export function isReady(rows: readonly PastedPerson[]): boolean {
  const isWhole = rows.every((row) => Object.keys(missingIn(row, rows)).length === 0);
  return rows.length > 0 && rows.length <= MOST_PASTED && isWhole;
}

/** Every line as it was understood, to be mended in place. */
export function InviteRows({ rows, choices, errors, onChange }: Props) {
  const t = useTranslations('invitation.many');
  const invite = useTranslations('invitation.invite');
  const members = useTranslations('person.members');
  const words = useTranslations('person.role');
  const set = (at: number, change: Partial<PastedPerson>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  if (rows.length === 0) return <p role="status">{t('nobody')}</p>;
  return (
    <>
      {rows.length > MOST_PASTED && (
        <p role="alert" className="text-danger">
          {t('tooMany', { max: MOST_PASTED })}
        </p>
      )}
      <TableScroll label={t('caption')}>
        <Table caption={t('caption')} dense stacked>
          <thead>
            <tr>
              <HeaderCell>{invite('email')}</HeaderCell>
              <HeaderCell>{invite('name')}</HeaderCell>
              <HeaderCell>{members('role')}</HeaderCell>
              <HeaderCell>{members('startup')}</HeaderCell>
              <HeaderCell>
                <span className="sr-only">{t('remove')}</span>
              </HeaderCell>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => {
              const missing = missingIn(row, rows);
              const field = (name: Field, label: string) => {
                const refused = errors.find(
                  ({ field }) => String(field[1]) === String(at) && field[2] === name,
                )?.message;
                const problem = missing[name];
                return {
                  label: t('of', { label, line: at + 1 }),
                  labelHidden: true,
                  error: problem ? t(`problem.${problem}`) : refused,
                  value: row[name],
                  onChange: (event: { target: { value: string } }) => set(at, { [name]: event.target.value }),
                };
              };
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
                <tr key={at}>
                  <Cell data-label={invite('email')}>
                    <TextInput {...field('email', invite('email'))} type="email" autoComplete="off" />
                  </Cell>
                  <Cell data-label={invite('name')}>
                    <TextInput {...field('name', invite('name'))} autoComplete="off" maxLength={80} />
                  </Cell>
                  <Cell data-label={members('role')}>
                    <Select
                      {...field('role', members('role'))}
                      emptyLabel={t('choose')}
                      options={choices.roles.map((role) => ({ value: role, label: words(role) }))}
                    />
                  </Cell>
                  <Cell data-label={members('startup')}>
                    {row.role === 'startup' ? (
                      <Select
                        {...field('startupId', members('startup'))}
                        emptyLabel={t('choose')}
                        options={choices.startups}
                      />
                    ) : (
                      '–'
                    )}
                  </Cell>
                  <Cell>
                    <IconButton
                      label={t('removeLine', { line: at + 1 })}
                      icon={<Trash2 aria-hidden="true" size={16} />}
                      onClick={() => onChange(rows.filter((_, index) => index !== at))}
                    />
                  </Cell>
                </tr>
              );
            })}
          </tbody>
        </Table>
      </TableScroll>
    </>
  );
}
