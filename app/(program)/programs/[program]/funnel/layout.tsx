import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { FunnelFilterColumn } from '@/components/funnel/funnel-filter-column';
import { FilterLayout } from '@/components/pair/filter/filter-layout';
import { ClientMessages } from '@/components/shell/client-messages';
import { SECTORS } from '@/lib/party/rules';
import { requireProgram } from '@/lib/platform/gate';

type Props = { params: Promise<{ program: string }>; children: ReactNode };

/** The filters beside the screens of the funnel; every page below gates itself. */
export default async function FunnelLayout({ params, children }: Props) {
  const { program } = await requireProgram((await params).program);
  const words = await getTranslations('startup.sector');
  const sectors = SECTORS.map((key) => ({ key, label: words(key) }));
  const column = (
    <ClientMessages namespaces={['pair', 'amount', 'funnel']}>
      <FunnelFilterColumn slug={program.slug} baseCurrency={program.baseCurrency} sectors={sectors} />
    </ClientMessages>
  );
  // The screens below arrange themselves by the room that the column of filters leaves them, not by the window's.
  return (
    <FilterLayout column={column}>
      <div className="@container">{children}</div>
    </FilterLayout>
  );
}
