import Form from 'next/form';
import { useTranslations } from 'next-intl';
import { NO_FILTER } from '@/components/pair/filter/address';
import { chipsOf, useFilterWords } from '@/components/pair/filter/filter-words';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { DateInput } from '@/components/ui/date-input';
import { FilterChips } from '@/components/ui/filter-chips';
import { NumberInput } from '@/components/ui/number-input';
import { withParams } from '@/lib/core/address';
import { COMPARED_BY, type ComparedMoment } from '@/lib/funnel/rules/compared-day';
import { SECTORS } from '@/lib/party/rules';
import { paramsOfShared, type SharedFilter } from './programs-address';

type Props = {
  programs: readonly { slug: string; name: string; isChosen: boolean }[];
  moment: ComparedMoment;
  filter: SharedFilter;
  today: string;
};

/** Which programs, at which moment, which of their pairs: all of it stands in the address afterwards. */
export function ProgramsChoice({ programs, moment, filter, today }: Props) {
  const t = useTranslations('funnel.programs');
  const sectorName = useTranslations('startup.sector');
  const { sector, ...others } = filter;
  const kept = paramsOfShared(others);
  const key = JSON.stringify([programs.map(({ isChosen }) => isChosen), moment, filter]);
  return (
    <>
      <Form key={key} action="/funnels/compare" scroll={false} className="no-print grid max-w-4xl gap-6">
        <fieldset className="grid gap-1">
          <legend className="pb-1 font-bold">{t('which')}</legend>
          <div className="grid gap-x-4 sm:grid-cols-2">
            {programs.map(({ slug, name, isChosen }) => (
              <Checkbox key={slug} name="program" value={slug} label={name} defaultChecked={isChosen} />
            ))}
          </div>
        </fieldset>
        <div className="grid items-end gap-4 sm:grid-cols-[2fr_1fr_1fr]">
          <ChoiceGroup
            label={t('by')}
            name="by"
            choices={COMPARED_BY.map((by) => ({ value: by, label: t(by) }))}
            defaultValue={moment.by}
          />
          <NumberInput label={t('days')} name="days" defaultValue={String(moment.days)} />
          <DateInput label={t('asOf')} name="asOf" defaultValue={moment.asOf} max={today} />
        </div>
        <fieldset className="grid gap-1">
          <legend className="pb-1 font-bold">{t('sectors')}</legend>
          <div className="grid gap-x-4 sm:grid-cols-3">
            {SECTORS.map((each) => (
              <Checkbox
                key={each}
                name="sector"
                value={each}
                label={sectorName(each)}
                defaultChecked={sector.includes(each)}
              />
            ))}
          </div>
          <p className="text-sm text-ink-2">{t('sectorsNote')}</p>
          {Object.entries(kept).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        </fieldset>
        <div>
          <Button type="submit" tone="primary">
            {t('apply')}
          </Button>
        </div>
      </Form>
      <KeptFilter {...{ programs, moment, sector }} others={others} />
    </>
  );
}

type KeptProps = Pick<Props, 'programs' | 'moment'> & {
  sector: SharedFilter['sector'];
  others: Omit<SharedFilter, 'sector'>;
};

/** What was chosen on a funnel and came along, each to be taken away by one press. */
function KeptFilter({ programs, moment, sector, others }: KeptProps) {
  const words = useFilterWords({ startups: [], investors: [], people: [] }, []);
  const href = (filter: Partial<SharedFilter>) =>
    withParams('/funnels/compare', {
      program: programs.flatMap(({ slug, isChosen }) => (isChosen ? [slug] : [])).join(),
      ...{ by: moment.by, days: String(moment.days), asOf: moment.asOf },
      ...paramsOfShared({ ...filter, sector }),
    });
  const chips = chipsOf({ ...NO_FILTER, ...others }, words).map(({ key, label, without }) => ({
    ...{ key, label },
    href: href({ ...others, ...without } as Partial<SharedFilter>),
  }));
  return <FilterChips chips={chips} clear={href({})} />;
}
