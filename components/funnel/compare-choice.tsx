import Form from 'next/form';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { TextLink } from '@/components/ui/link-button';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import { Select } from '@/components/ui/select';
import { withParams } from '@/lib/core/address';
import { FUNNEL_PLACES, type FunnelAddress, funnelHref, funnelPath, paramsOf } from './address';
import { MOST_COMPARED, paramsOfShared } from './programs-address';

type OtherProgram = { slug: string; name: string; zone: string };
type Props = {
  slug: string;
  address: FunnelAddress;
  /** The second side's day, and its program where it is another one. */
  withDay: string;
  program: string | null;
  others: readonly OtherProgram[];
  latest: string;
};

/** Several programs beside this one, on its day and with what of its filter means the same in each. */
function sideBySide(slug: string, address: FunnelAddress, others: readonly OtherProgram[]): string {
  const program = [slug, ...others.map((other) => other.slug)].slice(0, MOST_COMPARED).join();
  return withParams('/funnels/compare', {
    ...{ program, by: 'date', asOf: address.asOf },
    ...paramsOfShared(address),
  });
}

/** What the funnel is held against: the same program on another day, or another program that the viewer may read. */
export function CompareChoice({ slug, address, withDay, program, others, latest }: Props) {
  const t = useTranslations('funnel-readings.compare');
  const href = (more: Record<string, string>) =>
    funnelHref(slug, address, { path: FUNNEL_PLACES.compare, more });
  const kept = program === null ? paramsOf(address) : paramsOf({ ...address, from: '' });
  return (
    <div className="no-print flex flex-wrap items-end gap-4">
      {others.length > 0 && (
        <SegmentedLinks
          label={t('what')}
          items={[
            { href: href({}), label: t('dates'), current: program === null },
            ...others.slice(0, 1).map((other) => ({
              href: href({ program: other.slug }),
              label: t('programs'),
              current: program !== null,
            })),
          ]}
        />
      )}
      <Form
        key={`${withDay} ${program}`}
        action={funnelPath(slug) + FUNNEL_PLACES.compare}
        scroll={false}
        className="flex flex-wrap items-end gap-3"
      >
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {program !== null && (
          <Select
            label={t('program')}
            name="program"
            defaultValue={program}
            options={others.map((other) => ({ value: other.slug, label: other.name }))}
          />
        )}
        <DateInput label={t('with')} name="with" defaultValue={withDay} max={latest} required />
        <Button type="submit">{t('apply')}</Button>
      </Form>
      {others.length > 0 && (
        <TextLink href={sideBySide(slug, address, others)} className="self-center text-sm">
          {t('sideBySide')}
        </TextLink>
      )}
      {others.length === 0 && <p className="text-sm text-ink-2">{t('noOther')}</p>}
    </div>
  );
}
