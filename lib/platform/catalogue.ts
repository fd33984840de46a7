import type { Locale } from '@/lib/core/locale';
import enAmount from '../../messages/en/amount.json';
import enArchive from '../../messages/en/archive.json';
import enAudit from '../../messages/en/audit.json';
import enCommon from '../../messages/en/common.json';
import enError from '../../messages/en/error.json';
import enExport from '../../messages/en/export.json';
import enFile from '../../messages/en/file.json';
import enFunnel from '../../messages/en/funnel.json';
import enFunnelReadings from '../../messages/en/funnel-readings.json';
import enFunnelRows from '../../messages/en/funnel-rows.json';
import enFunnelTime from '../../messages/en/funnel-time.json';
import enHome from '../../messages/en/home.json';
import enImport from '../../messages/en/import.json';
import enInvestor from '../../messages/en/investor.json';
import enInvitation from '../../messages/en/invitation.json';
import enMatch from '../../messages/en/match.json';
import enMeeting from '../../messages/en/meeting.json';
import enOutcome from '../../messages/en/outcome.json';
import enPair from '../../messages/en/pair.json';
import enParty from '../../messages/en/party.json';
import enPerson from '../../messages/en/person.json';
import enProgram from '../../messages/en/program.json';
import enQuality from '../../messages/en/quality.json';
import enReport from '../../messages/en/report.json';
import enSearch from '../../messages/en/search.json';
import enShell from '../../messages/en/shell.json';
import enShortcut from '../../messages/en/shortcut.json';
import enStartup from '../../messages/en/startup.json';
import enTimetable from '../../messages/en/timetable.json';
import enTimetableGrid from '../../messages/en/timetable-grid.json';
import enTimetableSetup from '../../messages/en/timetable-setup.json';
import enToken from '../../messages/en/token.json';
import enTransfer from '../../messages/en/transfer.json';
import enUi from '../../messages/en/ui.json';
import enView from '../../messages/en/view.json';
import enViewer from '../../messages/en/viewer.json';
import enWave from '../../messages/en/wave.json';
import enWebhook from '../../messages/en/webhook.json';
import koAmount from '../../messages/ko/amount.json';
import koArchive from '../../messages/ko/archive.json';
import koAudit from '../../messages/ko/audit.json';
import koCommon from '../../messages/ko/common.json';
import koError from '../../messages/ko/error.json';
import koExport from '../../messages/ko/export.json';
import koFile from '../../messages/ko/file.json';
import koFunnel from '../../messages/ko/funnel.json';
import koFunnelReadings from '../../messages/ko/funnel-readings.json';
import koFunnelRows from '../../messages/ko/funnel-rows.json';
import koFunnelTime from '../../messages/ko/funnel-time.json';
import koHome from '../../messages/ko/home.json';
import koImport from '../../messages/ko/import.json';
import koInvestor from '../../messages/ko/investor.json';
import koInvitation from '../../messages/ko/invitation.json';
import koMatch from '../../messages/ko/match.json';
import koMeeting from '../../messages/ko/meeting.json';
import koOutcome from '../../messages/ko/outcome.json';
import koPair from '../../messages/ko/pair.json';
import koParty from '../../messages/ko/party.json';
import koPerson from '../../messages/ko/person.json';
import koProgram from '../../messages/ko/program.json';
import koQuality from '../../messages/ko/quality.json';
import koReport from '../../messages/ko/report.json';
import koSearch from '../../messages/ko/search.json';
import koShell from '../../messages/ko/shell.json';
import koShortcut from '../../messages/ko/shortcut.json';
import koStartup from '../../messages/ko/startup.json';
import koTimetable from '../../messages/ko/timetable.json';
import koTimetableGrid from '../../messages/ko/timetable-grid.json';
import koTimetableSetup from '../../messages/ko/timetable-setup.json';
import koToken from '../../messages/ko/token.json';
import koTransfer from '../../messages/ko/transfer.json';
import koUi from '../../messages/ko/ui.json';
import koView from '../../messages/ko/view.json';
import koViewer from '../../messages/ko/viewer.json';
import koWave from '../../messages/ko/wave.json';
import koWebhook from '../../messages/ko/webhook.json';

/* Every file below messages/ is named here: the bundler and the types of keys go by this list. */
const ko = {
  amount: koAmount,
  archive: koArchive,
  audit: koAudit,
  common: koCommon,
  error: koError,
  file: koFile,
  funnel: koFunnel,
  'funnel-rows': koFunnelRows,
  'funnel-time': koFunnelTime,
  'funnel-readings': koFunnelReadings,
  home: koHome,
  import: koImport,
  investor: koInvestor,
  invitation: koInvitation,
  match: koMatch,
  meeting: koMeeting,
  pair: koPair,
  party: koParty,
  person: koPerson,
  outcome: koOutcome,
  ui: koUi,
  search: koSearch,
  shell: koShell,
  program: koProgram,
  report: koReport,
  shortcut: koShortcut,
  startup: koStartup,
  timetable: koTimetable,
  'timetable-grid': koTimetableGrid,
  'timetable-setup': koTimetableSetup,
  token: koToken,
  view: koView,
  export: koExport,
  quality: koQuality,
  transfer: koTransfer,
  viewer: koViewer,
  wave: koWave,
  webhook: koWebhook,
};

/** Every message of one language, by namespace (the file's name) and key. */
export type Messages = typeof ko;

const en: Messages = {
  amount: enAmount,
  archive: enArchive,
  audit: enAudit,
  common: enCommon,
  error: enError,
  file: enFile,
  funnel: enFunnel,
  'funnel-rows': enFunnelRows,
  'funnel-time': enFunnelTime,
  'funnel-readings': enFunnelReadings,
  home: enHome,
  import: enImport,
  investor: enInvestor,
  invitation: enInvitation,
  match: enMatch,
  meeting: enMeeting,
  pair: enPair,
  party: enParty,
  person: enPerson,
  outcome: enOutcome,
  ui: enUi,
  search: enSearch,
  shell: enShell,
  program: enProgram,
  report: enReport,
  shortcut: enShortcut,
  startup: enStartup,
  timetable: enTimetable,
  'timetable-grid': enTimetableGrid,
  'timetable-setup': enTimetableSetup,
  token: enToken,
  view: enView,
  export: enExport,
  quality: enQuality,
  transfer: enTransfer,
  viewer: enViewer,
  wave: enWave,
  webhook: enWebhook,
};

export const CATALOGUE: Record<Locale, Messages> = { ko, en };
