import Form from 'next/form';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { DateInput } from '@/components/ui/date-input';
import { NumberInput } from '@/components/ui/number-input';
import { COMPARED_BY, type ComparedMoment } from '@/lib/funnel/rules/compared-day';
import { SECTORS, type Sector } from '@/lib/party/rules';

type Props = {
  programs: readonly { slug: string; name: string; isChosen: boolean }[];
  moment: ComparedMoment;
  sector: readonly Sector[];
  today: string;
};

/** Which programs, at which moment, of which sectors: all of it stands in the address afterwards. */
export function ProgramsChoice({ programs, moment, sector, today }: Props) {
  const t = useTranslations('funnel.programs');
  const sectorName = useTranslations('startup.sector');
  const key = [...programs.map(({ isChosen }) => isChosen), ...Object.values(moment), ...sector].join();
  return (
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
      </fieldset>
      <div>
        <Button type="submit" tone="primary">
          {t('apply')}
        </Button>
      </div>
    </Form>
  );
}
