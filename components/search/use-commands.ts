import { useLocale, useTranslations } from 'next-intl';
import { BOOK_HASH } from '@/components/meeting/book-meeting-button';
import { usePreference } from '@/components/person/preference-choice';
import { useSignOut } from '@/components/person/sign-out-button';
import { PAGE_ICONS } from '@/components/shell/page-icons';
import type { Role, Theme } from '@/lib/core/scope';
import { installationPages, type PagedProgram, programPages } from '@/lib/search/rules/pages';
import { askToOpen, type Opened } from './open-search';
import type { PaletteOption } from './palette-options';
import { asOfControl, openAsOf } from './use-shortcuts';

export type CommandsOf = {
  personId: string;
  program: PagedProgram | null;
  programs: readonly { slug: string; name: string }[];
  /** The roles the person has anywhere. */
  roles: readonly Role[];
  theme: Theme;
};

const THEMES = ['light', 'dark', 'system'] as const;
const LANGUAGES = { ko: '한국어', en: 'English' } as const;

/** What can be done from anywhere: go to a page or program, begin something, change how one reads, sign out. */
export function useCommands({ program, programs, roles, theme }: CommandsOf): PaletteOption[] {
  const t = useTranslations('search');
  const locale = useLocale();
  const preference = usePreference();
  const { signOut } = useSignOut();
  const command = (id: string, title: string, rest: Partial<PaletteOption>): PaletteOption => ({
    ...{ id: `command ${id}`, icon: 'other', title, detail: '', kind: t('kind.command'), ...rest },
  });
  const pages = [...(program ? programPages(program) : []), ...installationPages(roles)];
  const isOffice = program?.role === 'admin' || program?.role === 'officer';
  const opens = (what: Opened) => () => askToOpen(what);
  return [
    ...(program && isOffice && !program.isClosed
      ? [
          command('book', t('command.book'), {
            icon: 'meetings',
            words: t('command.bookWords'),
            href: `/programs/${program.slug}/meetings${BOOK_HASH}`,
          }),
        ]
      : []),
    ...pages.map(({ id, href }) => ({
      ...command(id, t(`page.${id}.title`), {
        icon: PAGE_ICONS[id],
        words: t(`page.${id}.words`),
        href,
      }),
      kind: t('kind.page'),
    })),
    ...programs
      .filter(({ slug }) => slug !== program?.slug)
      .map(({ slug, name }) => ({
        ...command(`program ${slug}`, name, { icon: 'programs', words: slug, href: `/programs/${slug}` }),
        kind: t('kind.program'),
      })),
    // Only where the page has a date to change.
    ...(asOfControl()
      ? [
          command('asOf', t('command.asOf'), {
            icon: 'timetable',
            words: t('command.asOfWords'),
            run: openAsOf,
          }),
        ]
      : []),
    ...(['ko', 'en'] as const)
      .filter((each) => each !== locale)
      .map((each) =>
        command(`locale ${each}`, t('command.language', { language: LANGUAGES[each] }), {
          words: t('command.languageWords'),
          run: () => void preference.choose('locale', each, locale),
        }),
      ),
    ...THEMES.filter((each) => each !== theme).map((each) =>
      command(`theme ${each}`, t(`command.theme.${each}`), {
        words: t('command.themeWords'),
        run: () => void preference.choose('theme', each, theme),
      }),
    ),
    command('sheet', t('command.sheet'), { words: t('command.sheetWords'), run: opens('sheet') }),
    command('signOut', t('command.signOut'), { words: t('command.signOutWords'), run: () => void signOut() }),
  ];
}
