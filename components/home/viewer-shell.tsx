import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ReadingChoices } from '@/components/person/reading-choices';
import { SignInAgain } from '@/components/person/sign-in-again';
import { SignOutButton } from '@/components/person/sign-out-button';
import { CommandCenter } from '@/components/search/command-center';
import { SearchButton } from '@/components/search/search-button';
import { AppShell } from '@/components/shell/app-shell';
import { ClientMessages } from '@/components/shell/client-messages';
import { PAGE_ICONS } from '@/components/shell/page-icons';
import { TextLink } from '@/components/ui/link-button';
import type { ProgramEntry, Theme, Viewer } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { installationMenu, type MenuPageId, programMenu, rolesOf } from '@/lib/search/rules/pages';
import { VIEW_NOUNS, type ViewNoun } from '@/lib/view/rules';

type Props = {
  viewer: Viewer;
  /** What the screen shows: light, dark, or as the device likes. */
  theme: Theme;
  program: ProgramEntry | null;
  /** With which saved view a list of the program opens, as its search. */
  opening?: Partial<Record<ViewNoun, string>>;
  /** The program the reader came from, for the way back. */
  last?: ProgramEntry | null;
  children: ReactNode;
};

/** The frame of every page behind the sign-in: the places of the program for this role, or of the installation. */
export async function ViewerShell({ viewer, theme, program, opening = {}, last, children }: Props) {
  const [locale, t, shell] = await Promise.all([
    getLocale(),
    getTranslations('home.nav'),
    getTranslations('shell'),
  ]);
  const link = (entry: ProgramEntry) => ({ slug: entry.slug, name: shownName(entry, locale) });
  const paged = program && { slug: program.slug, role: program.role, isClosed: program.closedAt !== null };
  const roles = rolesOf(viewer);
  const installation = installationMenu(roles).map(({ id, href }) => ({
    ...{ href, label: t(id), icon: PAGE_ICONS[id] },
  }));
  const nav = paged
    ? programMenu(paged).map(({ id, href }) => ({
        ...{ href: `${href}${searchOf(opening, id)}`, label: t(id), icon: PAGE_ICONS[id] },
        ...{ exact: id === 'home', keepsClocks: true },
      }))
    : [
        ...(last
          ? [{ href: `/programs/${last.slug}`, label: t('back'), icon: 'home' as const, exact: true }]
          : []),
        ...installation,
      ];
  return (
    <AppShell
      viewer={{ name: shownName(viewer, locale), email: viewer.email }}
      program={program && link(program)}
      programs={viewer.programs.map(link)}
      nav={nav}
      search={{
        rail: <SearchButton look="rail" label={shell('search')} />,
        bar: <SearchButton look="bar" label={shell('search')} />,
      }}
      homeHref={program ? `/programs/${program.slug}` : '/'}
      personMenu={
        <>
          <ReadingChoices theme={theme} className="w-full" />
          <ul className="grid gap-2">
            {installation.toReversed().map((place) => (
              <li key={place.href}>
                <TextLink href={place.href}>{place.label}</TextLink>
              </li>
            ))}
          </ul>
          <div className="border-t border-line pt-3">
            <SignOutButton label={shell('signOut')} />
          </div>
        </>
      }
    >
      {children}
      <ClientMessages namespaces={['viewer']}>
        <SignInAgain email={viewer.email} />
      </ClientMessages>
      <ClientMessages namespaces={['search', 'shortcut']}>
        <CommandCenter
          personId={viewer.personId}
          program={paged}
          programs={viewer.programs.map(link)}
          roles={roles}
          theme={theme}
        />
      </ClientMessages>
    </AppShell>
  );
}

/** The saved view with which a list of the program opens. */
function searchOf(opening: Partial<Record<ViewNoun, string>>, id: MenuPageId): string {
  const view = VIEW_NOUNS.find((noun) => noun === id);
  return view && opening[view] ? `?${opening[view]}` : '';
}
