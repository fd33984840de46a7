import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ReadingChoices } from '@/components/person/reading-choices';
import { SignInAgain } from '@/components/person/sign-in-again';
import { SignOutButton } from '@/components/person/sign-out-button';
import { CommandCenter } from '@/components/search/command-center';
import { SearchButton } from '@/components/search/search-button';
import type { AppIconName } from '@/components/shell/app-icon';
import { AppShell } from '@/components/shell/app-shell';
import { ClientMessages } from '@/components/shell/client-messages';
import { TextLink } from '@/components/ui/link-button';
import type { ProgramEntry, Role, Theme, Viewer } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { canSeeFunnels } from '@/lib/funnel/policy';
import { rolesOf } from '@/lib/search/rules/pages';
import { VIEW_NOUNS, type ViewNoun } from '@/lib/view/rules';

/** The places of a program in their order, by their address below it and the icon they carry. */
const PLACES = {
  home: ['', 'home'],
  pairs: ['/pairs', 'pairs'],
  timetable: ['/timetable', 'timetable'],
  meetings: ['/meetings', 'meetings'],
  funnel: ['/funnel', 'funnel'],
  startups: ['/startups', 'startups'],
  investors: ['/investors', 'investors'],
  people: ['/people', 'people'],
  audit: ['/audit', 'audit'],
  settings: ['/settings', 'settings'],
} as const satisfies Record<string, readonly [path: string, icon: AppIconName]>;

type Place = keyof typeof PLACES;

const OFFICE = Object.keys(PLACES) as Place[];

/** In the order of use: the first four or five are what a thumb reaches on a phone. */
const NAV: Readonly<Record<Role, readonly Place[]>> = {
  admin: OFFICE,
  officer: OFFICE,
  manager: ['home', 'funnel', 'pairs', 'meetings', 'timetable', 'startups', 'investors'],
  startup: ['home', 'meetings', 'pairs', 'investors'],
};

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
  const installation = [
    { href: '/programs', label: t('programs'), icon: 'programs' as const },
    ...(canSeeFunnels(viewer) ? [{ href: '/funnels', label: t('funnels'), icon: 'funnel' as const }] : []),
    // Also where the right still needs a second proof: the page then leads to it.
    ...(viewer.isAdmin || viewer.adminNeedsProof
      ? [{ href: '/people', label: t('allPeople'), icon: 'people' as const }]
      : []),
    { href: '/account', label: t('account'), icon: 'tokens' as const },
  ];
  const nav = program
    ? programNav(program.slug, program.role, opening).map(({ place, ...item }) => ({
        ...item,
        label: t(place),
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
          program={program && { slug: program.slug, role: program.role }}
          programs={viewer.programs.map(link)}
          roles={rolesOf(viewer)}
          theme={theme}
        />
      </ClientMessages>
    </AppShell>
  );
}

function programNav(slug: string, role: Role, opening: Partial<Record<ViewNoun, string>>) {
  return NAV[role].map((place) => {
    const [path, icon] = PLACES[place];
    const view = VIEW_NOUNS.find((noun) => noun === place);
    const search = view && opening[view] ? `?${opening[view]}` : '';
    const href = `/programs/${slug}${path}${search}`;
    return { place, href, icon, exact: place === 'home', keepsClocks: true };
  });
}
