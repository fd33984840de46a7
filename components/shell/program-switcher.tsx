import { Check, ChevronsUpDown } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Popover } from '@/components/ui/popover';
import { AppIcon } from './app-icon';

export type ProgramLink = { slug: string; name: string };
type Props = {
  program: ProgramLink | null;
  programs: readonly ProgramLink[];
  look: 'rail' | 'bar';
  /** Address of a program; the default is its root. */
  hrefOf?: (slug: string) => string;
};

/** Which program I am in, and the others I may enter. With one program only it is just its name. */
export function ProgramSwitcher({ program, programs, look, hrefOf = (slug) => `/programs/${slug}` }: Props) {
  const t = useTranslations('shell');
  if (programs.length < 2) {
    return look === 'bar' ? <span className="truncate text-base font-medium">{program?.name}</span> : null;
  }
  const trigger =
    look === 'rail' ? (
      <>
        <AppIcon name="programs" />
        <span className="shell-nav-label">{t('program')}</span>
      </>
    ) : (
      <>
        <span className="truncate">{program?.name ?? t('program')}</span>
        <ChevronsUpDown aria-hidden="true" size={16} className="shrink-0 text-ink-2" />
      </>
    );
  return (
    <Popover
      label={t('switchProgram')}
      buttonLabel={program ? `${t('switchProgram')}: ${program.name}` : t('switchProgram')}
      trigger={trigger}
      place={look === 'rail' ? 'right' : 'start'}
      triggerClass={look === 'rail' ? 'shell-nav-link' : 'shell-bar-button min-w-0 max-w-full font-medium'}
      flush
      className="ui-menu w-72"
    >
      <ul>
        {programs.map((one) => (
          <li key={one.slug}>
            <Link
              href={hrefOf(one.slug)}
              className="ui-menu-item"
              aria-current={one.slug === program?.slug ? 'true' : undefined}
            >
              <span className="min-w-0 flex-1">{one.name}</span>
              {one.slug === program?.slug && <Check aria-hidden="true" size={16} />}
            </Link>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
