import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { zoneName } from '@/lib/core/dates';
import { shownName } from '@/lib/core/shown-name';
import type { ListedProgram } from '@/lib/program/schema/settings';
import { RestoreProgram } from './archive-program';

type Props = { programs: readonly ListedProgram[]; now: Date };

/** One line a program; an archived one cannot be entered, only brought back. */
export function ProgramTable({ programs, now }: Props) {
  const t = useTranslations('program');
  const locale = useLocale();
  return (
    <TableScroll label={t('list.caption')}>
      <Table caption={t('list.caption')}>
        <thead>
          <tr>
            <HeaderCell>{t('list.name')}</HeaderCell>
            <HeaderCell>{t('list.venue')}</HeaderCell>
            <HeaderCell className="max-sm:hidden">{t('list.zones')}</HeaderCell>
            <HeaderCell>{t('list.role')}</HeaderCell>
            {programs.some((program) => program.archivedAt) && (
              <HeaderCell>
                <span className="sr-only">{t('list.actions')}</span>
              </HeaderCell>
            )}
          </tr>
        </thead>
        <tbody>
          {programs.map((program) => {
            const name = shownName(program, locale);
            const zones = [...new Set([program.venueZone, program.homeZone])];
            return (
              <tr key={program.id}>
                <HeaderCell scope="row">
                  <span className="flex flex-wrap items-center gap-2">
                    {program.archivedAt ? (
                      <span>{name}</span>
                    ) : (
                      <TextLink href={`/programs/${program.slug}`}>{name}</TextLink>
                    )}
                    {program.closedAt && <Badge>{t('close.badge')}</Badge>}
                    {program.isSample && <Badge tone="info">{t('list.sample')}</Badge>}
                  </span>
                </HeaderCell>
                <Cell>{(locale === 'en' ? program.venueEn : '') || program.venue || '–'}</Cell>
                <Cell className="max-sm:hidden">
                  {zones.map((zone) => `${zone} (${zoneName(now, zone)})`).join(' · ')}
                </Cell>
                <Cell>{t(`role.${program.role}`)}</Cell>
                {program.archivedAt && (
                  <Cell className="text-end">
                    <RestoreProgram programId={program.id} name={name} version={program.version} />
                  </Cell>
                )}
              </tr>
            );
          })}
        </tbody>
      </Table>
    </TableScroll>
  );
}
