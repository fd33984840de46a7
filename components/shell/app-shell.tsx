import { Check, ChevronsUpDown } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { OfflineNotice } from '@/components/ui/offline-notice';
import { Popover } from '@/components/ui/popover';
import { AppIcon, type AppIconName } from './app-icon';
import { Logo } from './logo';
import { type NavItem, NavLink } from './nav-link';
import { PersonMenu, type PersonMenuProps } from './person-menu';

type ShellNavItem = NavItem<AppIconName>;
type ProgramLink = { slug: string; name: string };
type AppShellProps = Pick<PersonMenuProps, 'viewer'> & {
  program: ProgramLink | null;
  programs: readonly ProgramLink[];
  nav: readonly ShellNavItem[];
  homeHref: string;
  /** Opens search and commands. */
  search: { rail: ReactNode; bar: ReactNode };
  /** The rows of the person menu. */
  personMenu: ReactNode;
  children: ReactNode;
};

/** How many places a thumb can tell apart. */
const TABS = 5;

/** Rail on wide screens, top and tab bar on phones; the page's own header stands inside `children`. */
export function AppShell(props: AppShellProps) {
  const { viewer, program, programs, nav, homeHref, search, personMenu, children } = props;
  const t = useTranslations('shell');
  return (
    <div className="shell">
      <a href="#main" className="shell-skip">
        {t('skip')}
      </a>
      <header className="shell-bar no-print">
        <Link href={homeHref} aria-label={t('home')} className="shell-mark">
          <Logo size={28} />
        </Link>
        <ProgramSwitcher look="bar" program={program} programs={programs} />
        {search.bar}
        <PersonMenu look="bar" viewer={viewer}>
          {personMenu}
        </PersonMenu>
      </header>
      <nav aria-label={t('nav')} className="shell-rail no-print">
        <Link href={homeHref} aria-label={t('home')} className="shell-mark">
          <Logo size={32} />
        </Link>
        {search.rail}
        <ul className="shell-rail-list">
          {nav.map((item) => (
            <li key={item.href}>
              <NavLink item={item} icon={<AppIcon name={item.icon} />} />
            </li>
          ))}
        </ul>
        <div className="shell-rail-end">
          <ProgramSwitcher look="rail" program={program} programs={programs} />
          <PersonMenu look="rail" viewer={viewer}>
            {personMenu}
          </PersonMenu>
        </div>
      </nav>
      <main id="main" tabIndex={-1} className="shell-main">
        <div className="shell-offline no-print">
          <OfflineNotice />
        </div>
        {children}
      </main>
      <TabBar nav={nav} label={t('nav')} moreLabel={t('more')} />
    </div>
  );
}

function TabBar({
  nav,
  label,
  moreLabel,
}: {
  nav: readonly ShellNavItem[];
  label: string;
  moreLabel: string;
}) {
  const fits = nav.length <= TABS;
  const tabs = fits ? nav : nav.slice(0, TABS - 1);
  const rest = fits ? [] : nav.slice(TABS - 1);
  return (
    <nav aria-label={label} className="shell-tabs no-print">
      {tabs.map((item) => (
        <NavLink key={item.href} item={item} icon={<AppIcon name={item.icon} />} />
      ))}
      {rest.length > 0 && (
        <Popover
          label={moreLabel}
          place="end"
          triggerClass="shell-nav-link"
          flush
          className="ui-menu"
          trigger={
            <>
              <span className="shell-nav-icon">
                <AppIcon name="more" />
              </span>
              <span className="shell-nav-label">{moreLabel}</span>
            </>
          }
        >
          <ul className="shell-more">
            {rest.map((item) => (
              <li key={item.href}>
                <NavLink item={item} icon={<AppIcon name={item.icon} />} />
              </li>
            ))}
          </ul>
        </Popover>
      )}
    </nav>
  );
}

type SwitcherProps = {
  program: ProgramLink | null;
  programs: readonly ProgramLink[];
  look: 'rail' | 'bar';
};

/** Which program I am in, and the others I may enter. With one program only it is just its name. */
function ProgramSwitcher({ program, programs, look }: SwitcherProps) {
  const t = useTranslations('shell');
  if (programs.length < 2) {
    return look === 'bar' ? (
      <span className="max-w-full truncate text-base font-medium">{program?.name}</span>
    ) : null;
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
              href={`/programs/${one.slug}`}
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
