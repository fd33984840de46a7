import {
  Building2,
  CalendarClock,
  CircleDot,
  ClipboardCheck,
  Coins,
  Columns3,
  Ellipsis,
  Funnel,
  Grid3x3,
  Handshake,
  House,
  KeyRound,
  Landmark,
  Layers,
  ListChecks,
  type LucideProps,
  ScrollText,
  Settings,
  StickyNote,
  Table2,
  Users,
} from 'lucide-react';

const ICONS = {
  home: House,
  pairs: Grid3x3,
  board: Columns3,
  table: Table2,
  timetable: CalendarClock,
  meetings: Handshake,
  outcomes: ClipboardCheck,
  amounts: Coins,
  funnel: Funnel,
  startups: Building2,
  investors: Landmark,
  people: Users,
  programs: Layers,
  tasks: ListChecks,
  notes: StickyNote,
  tokens: KeyRound,
  audit: ScrollText,
  settings: Settings,
  more: Ellipsis,
  other: CircleDot,
};

export type AppIconName = keyof typeof ICONS;

/** The product's icons by the name of what they open. */
export function AppIcon({ name, ...rest }: { name: AppIconName } & LucideProps) {
  const Icon = ICONS[name];
  return <Icon aria-hidden="true" size={20} strokeWidth={1.75} {...rest} />;
}
