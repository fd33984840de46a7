import { useTranslations } from 'next-intl';
import { searchOf } from '@/components/program/party/list-address';
import { Menu } from '@/components/ui/menu';
import { SECTORS } from '@/lib/startup/schema';

/** One sector or all, as addresses: the choice survives a reload and can be sent. */
export function SectorFilter({ path, asked }: { path: string; asked: Record<string, string> }) {
  const t = useTranslations('startup');
  const { sector, ...rest } = asked;
  const chosen = SECTORS.find((each) => each === sector);
  return (
    <Menu
      trigger={chosen ? t(`sector.${chosen}`) : t('list.allSectors')}
      items={[
        { id: 'all', label: t('list.allSectors'), href: path + searchOf(rest), checked: !chosen },
        ...SECTORS.map((each) => ({
          id: each,
          label: t(`sector.${each}`),
          href: path + searchOf({ ...rest, sector: each }),
          checked: each === chosen,
        })),
      ]}
    />
  );
}
