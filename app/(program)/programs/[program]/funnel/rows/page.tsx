import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { askedBy, funnelHref, funnelPath, paramsOf, readFunnelAddress } from '@/components/funnel/address';
import { FunnelChips, FunnelFilterButton, FunnelTabs, KnownChoice } from '@/components/funnel/funnel-header';
import {
  pipelineHref,
  ROWS_PATH,
  readRowsAddress,
  rowsParams,
  statusesOf,
} from '@/components/funnel/rows/rows-address';
import { RowsScreen } from '@/components/funnel/rows/rows-screen';
import { AsOfChip } from '@/components/shell/as-of-chip';
import { ExportMenu } from '@/components/shell/export-menu';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';
import { knownDay, type RawQuery } from '@/lib/core/address';
import { formatDay } from '@/lib/core/dates';
import { WHOLE_LIST } from '@/lib/core/fields';
import { canSeeFunnel } from '@/lib/funnel/policy';
import { listFigureRows } from '@/lib/funnel/queries/rows';
import { writeFigure } from '@/lib/funnel/rules/figure';
import { totalsOfRows } from '@/lib/funnel/rules/rows';
import { figureTitle } from '@/lib/funnel/rules/words';
import { requireProgram } from '@/lib/platform/gate';
import { sayIn } from '@/lib/platform/say';
import { loadHead } from '../load-head';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('funnel'))('title') };
}

type Props = { params: Promise<{ program: string }>; searchParams: Promise<RawQuery> };

export default async function RowsPage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  const query = await searchParams;
  const asked = readRowsAddress(query);
  if (!canSeeFunnel(scope) || !asked) notFound();
  const { slug, homeZone, venueZone, asOfDefault } = scope.program;
  const { address, today, input, facets, marks } = await loadHead(
    scope,
    readFunnelAddress({ ...query, from: '' }),
  );
  const { figure, from } = asked;
  const status = statusesOf(asked, address);
  const found = await listFigureRows(scope, {
    ...input,
    figure: writeFigure(figure),
    ...(from && { from }),
    ...(status && { status }),
    limit: WHOLE_LIST,
  });
  const locale = await getLocale();
  const say = sayIn(locale);
  const t = await getTranslations('funnel-rows');
  const counted = { pairs: found.rows.length, totals: totalsOfRows(found.rows) };
  const title = figureTitle(figure, found, counted, say, locale);
  // Where filter and figure leave no status, neither the pipeline nor a file can be asked for that: they would give all.
  const isNothing = status?.length === 0;
  const pipeline = isNothing
    ? null
    : pipelineHref(slug, figure, {
        ...address,
        status: status ?? [],
        knownOn: knownDay(address.knownOn, address.asOf) ?? '',
      });
  const screen = { path: ROWS_PATH, more: rowsParams({ ...asked, sort: '', page: 1 }) };
  const { standing: _, ...figureOf } = screen.more;
  const askedOfRows = { ...askedBy({ ...address, status: status ?? [] }), ...figureOf };
  return (
    <>
      <PageHeader
        back={{ href: funnelHref(slug, { ...address, from }), label: t('back') }}
        title={title}
        asOf={
          <AsOfChip
            value={address.asOf}
            today={today}
            text={formatDay(address.asOf, locale)}
            path={funnelPath(slug) + ROWS_PATH}
            params={{ ...paramsOf(address), ...screen.more }}
            zone={homeZone}
            reporting={asOfDefault}
            marks={marks.map(({ stage, day }) => ({
              value: day,
              label: `${say(`pair.stage.${stage}`)} ${formatDay(day, locale)}`,
            }))}
          />
        }
        actions={
          <>
            <KnownChoice {...{ slug, address, screen }} />
            <FunnelFilterButton address={address} />
            {!isNothing && <ExportMenu slug={slug} what="rows" asked={askedOfRows} />}
            {pipeline && (
              <LinkButton size="sm" href={pipeline}>
                {t('pipeline')}
              </LinkButton>
            )}
          </>
        }
      >
        <FunnelTabs slug={slug} place="figures" address={address} />
        <FunnelChips {...{ slug, address, facets, screen }} />
      </PageHeader>
      <RowsScreen {...{ slug, title, address, asked, found, say }} zones={[venueZone, homeZone]} />
    </>
  );
}
