import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RateForm, RateTable } from '@/components/program/settings/rate-form';
import { RateImport } from '@/components/program/settings/rate-import';
import { SettingsPage } from '@/components/program/settings/settings-page';
import { EmptyState } from '@/components/ui/empty-state';
import { WHOLE_LIST } from '@/lib/core/fields';
import { dayInZone } from '@/lib/core/zones';
import { requireProgram } from '@/lib/platform/gate';
import { canEditProgram, canReadSettings } from '@/lib/program/policy';
import { listFxRates } from '@/lib/program/queries/rates';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('program.settings'))('rates') };
}

export default async function RatesPage({ params }: { params: Promise<{ program: string }> }) {
  const scope = await requireProgram((await params).program);
  if (!canReadSettings(scope)) notFound();
  const { items } = await listFxRates(scope, { limit: WHOLE_LIST });
  const t = await getTranslations('program.rates');
  const canEdit = canEditProgram(scope);
  const { baseCurrency, homeZone } = scope.program;
  return (
    <SettingsPage program={scope.program} section="rates" canEdit={canEdit}>
      <p className="max-w-prose text-ink-2">{t('text')}</p>
      {canEdit && (
        <RateForm rates={items} baseCurrency={baseCurrency} today={dayInZone(new Date(), homeZone)} />
      )}
      {canEdit && <RateImport rates={items} />}
      {items.length === 0 ? <EmptyState title={t('empty')} /> : <RateTable rates={items} />}
    </SettingsPage>
  );
}
