import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Cell, HeaderCell, Table } from '@/components/ui/table';
import { auditWords } from '@/lib/audit/rules/words';
import type { AuditItem } from '@/lib/audit/schema';
import { formatDateTime } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { shownName } from '@/lib/core/shown-name';

type Props = {
  caption: string;
  items: readonly AuditItem[];
  /** The zone of its times, which stands beside them. */
  zone: string;
  /** Of the program the entries belong to; pairs and parties are links there. */
  slug?: string;
};

/** Who did what, when, by what means; the latest first. */
export async function AuditList({ caption, items, zone, slug }: Props) {
  const [t, all, locale] = await Promise.all([getTranslations('audit'), getTranslations(), getLocale()]);
  const words = auditWords(all as unknown as Parameters<typeof auditWords>[0], locale, zone);
  return (
    <Table caption={caption} dense>
      <thead className="max-sm:sr-only">
        <tr>
          <HeaderCell>{t('when')}</HeaderCell>
          <HeaderCell>{t('what')}</HeaderCell>
          <HeaderCell className="max-md:hidden">{t('about')}</HeaderCell>
          <HeaderCell className="max-sm:hidden">{t('who')}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const facts = words.facts(item);
          const who = (
            <>
              {item.by ? shownName(item.by, locale) : t(item.subject === 'wish' ? 'untold' : 'nobody')}
              {item.means !== 'web' && <span className="text-ink-2"> · {t(`means.${item.means}`)}</span>}
            </>
          );
          return (
            <tr key={item.id}>
              <Cell className="text-sm whitespace-nowrap text-ink-2 tabular-nums max-sm:whitespace-normal">
                <time dateTime={item.at}>{formatDateTime(new Date(item.at), zone, locale)}</time>
              </Cell>
              <HeaderCell scope="row" className="font-normal">
                <span className="font-medium">{words.command(item.command)}</span>
                {facts && <span className="block text-sm text-ink-2">{facts}</span>}
                <span className="block text-sm md:hidden">
                  <About item={item} slug={slug} locale={locale} />
                </span>
                <span className="block text-sm text-ink-2 sm:hidden">{who}</span>
              </HeaderCell>
              <Cell className="min-w-36 max-md:hidden">
                <About item={item} slug={slug} locale={locale} />
              </Cell>
              <Cell className="min-w-28 max-sm:hidden">{who}</Cell>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

/** What an entry is about, by name: the pair, the party or the person. */
function About({ item, slug, locale }: { item: AuditItem; slug?: string; locale: Locale }) {
  const nameOf = (startup: { name: string; nameEn: string }) => shownName(startup, locale);
  const base = slug && `/programs/${slug}`;
  const { pair, startup, investor, person } = item;
  if (pair) {
    const title = `${nameOf(pair.startup)} × ${shownName(pair.investor, locale)}`;
    return base ? <Place href={`${base}/pairs/${pair.id}`}>{title}</Place> : title;
  }
  if (person) return shownName(person, locale);
  if (investor && base) return <Place href={`${base}/investors/${investor.id}`}>{investor.name}</Place>;
  if (startup && base) return <Place href={`${base}/startups/${startup.id}`}>{nameOf(startup)}</Place>;
  return null;
}

function Place({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} prefetch={false} className="ui-link">
      {children}
    </Link>
  );
}
