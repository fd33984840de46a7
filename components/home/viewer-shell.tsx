import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SignInAgain } from '@/components/person/sign-in-again';
import { AppShell } from '@/components/shell/app-shell';
import { ClientMessages } from '@/components/shell/client-messages';
import { TextLink } from '@/components/ui/link-button';
import type { ProgramEntry, Theme, Viewer } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { canSeeFunnels } from '@/lib/funnel/policy';
import { chooseLocaleAction, chooseThemeAction, signOutAction } from '@/lib/person/actions';
import { programName } from '@/lib/program/rules';
import { programNav } from './program-nav';

const ACTIONS = { setLocale: chooseLocaleAction, setTheme: chooseThemeAction, signOut: signOutAction };

type Props = {
  viewer: Viewer;
  /** What the screen shows: light, dark, or as the device likes. */
  theme: Theme;
  program: ProgramEntry | null;
  /** The program the reader came from, for the way back. */
  last?: ProgramEntry | null;
  children: ReactNode;
};

/** The frame of every page behind the sign-in: the places of the program for this role, or of the installation. */
export async function ViewerShell({ viewer, theme, program, last, children }: Props) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('home.nav')]);
  const link = (entry: ProgramEntry) => ({ slug: entry.slug, name: programName(entry, locale) });
  const installation = [
    { href: '/programs', label: t('programs'), icon: 'programs' as const },
    ...(canSeeFunnels(viewer) ? [{ href: '/funnels', label: t('funnels'), icon: 'funnel' as const }] : []),
    ...(viewer.isAdmin ? [{ href: '/people', label: t('allPeople'), icon: 'people' as const }] : []),
    { href: '/account', label: t('account'), icon: 'tokens' as const },
  ];
  const nav = program
    ? programNav(program.slug, program.role).map(({ place, ...item }) => ({ ...item, label: t(place) }))
    : [
        ...(last
          ? [{ href: `/programs/${last.slug}`, label: t('back'), icon: 'home' as const, exact: true }]
          : []),
        ...installation,
      ];
  return (
    <AppShell
      viewer={{ name: shownName(viewer, locale), email: viewer.email }}
      theme={theme}
      program={program && link(program)}
      programs={viewer.programs.map(link)}
      nav={nav}
      actions={ACTIONS}
      homeHref={program ? `/programs/${program.slug}` : '/'}
      personExtra={
        <ul className="grid gap-2">
          {installation.toReversed().map((place) => (
            <li key={place.href}>
              <TextLink href={place.href}>{place.label}</TextLink>
            </li>
          ))}
        </ul>
      }
    >
      {children}
      <ClientMessages namespaces={['viewer']}>
        <SignInAgain email={viewer.email} />
      </ClientMessages>
    </AppShell>
  );
}
