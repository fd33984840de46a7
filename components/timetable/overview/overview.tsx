import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { FigureTable } from '@/components/ui/figure-table';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { Tabs } from '@/components/ui/tabs';
import { formatDateTime, formatNumber } from '@/lib/core/dates';
import type { ProgramEntry } from '@/lib/core/scope';
import { type PersonName, shownName } from '@/lib/core/shown-name';
import { MEETING_STAGES } from '@/lib/pair/rules/stages';
import type { TimetableItem, TimetableOverview } from '@/lib/timetable/schema/stage';
import { FiguresLine } from '../figures';
import { NothingNotice } from '../nothing-notice';
import { UndoButton } from '../publication';
import { DraftDifference, NewDraft, RestoreDraft } from './draft-actions';

type Props = { program: ProgramEntry; overview: TimetableOverview; canPlan: boolean };

/** What is in force in a stage and how good it is, what is being prepared, and what was published before. */
export async function Overview({ program, overview, canPlan }: Props) {
  const [t, stages, locale] = await Promise.all([
    getTranslations('timetable-grid.overview'),
    getTranslations('pair.stage'),
    getLocale(),
  ]);
  const { setup, published, drafts, history, discarded, slots, counts } = overview;
  const { slug } = program;
  const base = `/programs/${slug}/timetable`;
  const query = `?stage=${setup.stage}`;
  return (
    <ClientMessages namespaces={['timetable-grid']}>
      <PageHeader
        title={t('title')}
        subtitle={shownName(program, locale)}
        actions={
          <>
            <LinkButton href={`${base}/wishes${query}`}>{t('toWishes')}</LinkButton>
            <LinkButton href={`${base}/setup${query}`}>{t('toSetup')}</LinkButton>
            {canPlan && slots.length > 0 && (
              <NewDraft
                slug={slug}
                stage={setup.stage}
                published={published?.id ?? null}
                meetings={counts.meetings}
              />
            )}
          </>
        }
      >
        <Tabs
          label={t('stages')}
          tabs={MEETING_STAGES.map((stage) => ({
            href: `${base}?stage=${stage}`,
            label: stages(stage),
            current: stage === setup.stage,
          }))}
        />
      </PageHeader>
      <div className="grid gap-6">
        {slots.length === 0 ? (
          <EmptyState
            title={t('noSlots')}
            actions={
              canPlan && (
                <LinkButton tone="primary" href={`${base}/setup${query}`}>
                  {t('toSetup')}
                </LinkButton>
              )
            }
          >
            {t('noSlotsText')}
          </EmptyState>
        ) : (
          <p className="text-sm text-ink-2">
            {t('counts', {
              slots: slots.length,
              tables: overview.tables.length,
              usesTables: setup.usesTables ? 'yes' : 'no',
              startups: counts.startups,
              investors: counts.investors,
              wishes: counts.wishes,
              musts: counts.musts,
            })}
          </p>
        )}
        {slots.length > 0 && overview.nothing && (
          <NothingNotice slug={slug} stage={setup.stage} nothing={overview.nothing} />
        )}
        <Panel
          look="plain"
          title={t('published')}
          actions={
            published && (
              <>
                {canPlan && overview.canUndo && (
                  <UndoButton stage={setup.stage} number={published.number ?? 0} />
                )}
                {canPlan && (
                  <LinkButton size="sm" href={`${base}/${published.id}/repair`}>
                    {t('repair')}
                  </LinkButton>
                )}
                <LinkButton size="sm" tone="primary" href={`${base}/${published.id}`}>
                  {t('open')}
                </LinkButton>
              </>
            )
          }
        >
          {published ? (
            <div className="grid gap-1">
              <p className="text-md">
                <FiguresLine figures={published.figures} proof={published.proof} />
              </p>
              {published.note && <p className="text-ink-2">{published.note}</p>}
            </div>
          ) : (
            <div className="grid gap-1">
              <p>{t('nonePublished')}</p>
              {counts.meetings > 0 && <p className="text-ink-2">{t('booked', { count: counts.meetings })}</p>}
              {slots.length > 0 && <p className="text-ink-2">{t('firstSteps')}</p>}
            </div>
          )}
        </Panel>
        {(drafts.length > 0 || slots.length > 0) && (
          <Panel look="plain" title={t('drafts')}>
            {drafts.length === 0 ? (
              <p className="text-ink-2">{t('noDrafts')}</p>
            ) : (
              <DraftTable
                {...{ slug, drafts, published: published?.id ?? null }}
                homeZone={program.homeZone}
                seats={counts.seats}
              />
            )}
          </Panel>
        )}
        {history.length > 0 && (
          <Panel look="plain" title={t('history')}>
            <HistoryTable {...{ slug, history }} homeZone={program.homeZone} />
          </Panel>
        )}
        {canPlan && discarded.length > 0 && (
          <details>
            <summary className="text-ink-2 pointer-coarse:min-h-11">
              {t('discarded', { count: discarded.length })}
            </summary>
            <DraftTable
              {...{ slug, drafts: discarded, published: null }}
              homeZone={program.homeZone}
              seats={counts.seats}
              canRestore
            />
          </details>
        )}
      </div>
    </ClientMessages>
  );
}

type DraftTableProps = {
  slug: string;
  drafts: readonly TimetableItem[];
  /** The published one they differ from. */
  published: string | null;
  homeZone: string;
  seats: number;
  canRestore?: boolean;
};

/** So many differences are worked out at once; the others when their draft is opened. */
const COMPARED = 8;

function DraftTable({ slug, drafts, published, homeZone, seats, canRestore }: DraftTableProps) {
  const t = useTranslations('timetable-grid.overview.draft');
  return (
    <FigureTable
      roomy
      caption={t('caption')}
      rows={drafts}
      keyOf={({ id }) => id}
      columns={[
        { head: t('name'), cell: ({ id, name }) => <TimetableLink {...{ slug, id, name }} /> },
        {
          head: t('placed'),
          cell: ({ placed }) => t('of', { n: formatNumber(placed), seats: formatNumber(seats) }),
        },
        {
          ...{ head: t('proof'), text: true },
          cell: ({ proof }) =>
            proof
              ? t(proof.weight >= proof.bound ? 'proved' : 'bounded', {
                  weight: formatNumber(proof.weight),
                  bound: formatNumber(proof.bound),
                })
              : t('noProof'),
        },
        {
          ...{ head: t(published ? 'difference' : 'action'), isHidden: !published, text: true },
          cell: (draft) => (
            <>
              {published && drafts.indexOf(draft) < COMPARED && (
                <DraftDifference slug={slug} draftId={draft.id} />
              )}
              {canRestore && <RestoreDraft draft={draft} />}
            </>
          ),
        },
        {
          ...{ head: t('made'), text: true, className: BY },
          cell: ({ createdBy, createdAt }) => <By person={createdBy} at={createdAt} zone={homeZone} />,
        },
      ]}
    />
  );
}

type HistoryProps = { slug: string; history: readonly TimetableItem[]; homeZone: string };

/** Every version that was ever in force: who published it, when and why, and what became of it. */
function HistoryTable({ slug, history, homeZone }: HistoryProps) {
  const t = useTranslations('timetable-grid.overview.version');
  const states = useTranslations('timetable-grid.state');
  return (
    <FigureTable
      roomy
      caption={t('caption')}
      rows={history}
      keyOf={({ id }) => id}
      columns={[
        {
          head: t('number'),
          cell: ({ id, number }) => (
            <TimetableLink {...{ slug, id }} name={t('name', { number: number ?? 0 })} />
          ),
        },
        {
          ...{ head: t('state'), text: true },
          cell: ({ state }) => <Badge tone={state === 'published' ? 'done' : 'plain'}>{states(state)}</Badge>,
        },
        { head: t('placed'), cell: ({ placed }) => formatNumber(placed) },
        {
          ...{ head: t('note'), text: true, className: 'min-w-40' },
          cell: ({ note }) => note ?? <span className="text-ink-2">–</span>,
        },
        {
          ...{ head: t('published'), text: true, className: BY },
          cell: ({ publishedBy, publishedAt }) => (
            <By person={publishedBy} at={publishedAt} zone={homeZone} />
          ),
        },
      ]}
    />
  );
}

function TimetableLink({ slug, id, name }: { slug: string; id: string; name: string }) {
  return (
    <Link href={`/programs/${slug}/timetable/${id}`} className="font-bold underline-offset-4 hover:underline">
      {name}
    </Link>
  );
}

const BY = 'text-sm whitespace-nowrap text-ink-2';
type ByProps = { person: PersonName | null; at: string | null; zone: string };

function By({ person, at, zone }: ByProps) {
  const locale = useLocale();
  const when = at && formatDateTime(new Date(at), zone, locale);
  return [person && shownName(person, locale), when].filter(Boolean).join(' · ');
}
