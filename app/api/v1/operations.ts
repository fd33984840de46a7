import { addAmount } from '@/lib/amount/commands/add';
import { voidAmount } from '@/lib/amount/commands/void';
import { listAmounts } from '@/lib/amount/queries';
import { listAudit, listInstallationAudit } from '@/lib/audit/queries';
import { getFunnels } from '@/lib/funnel/queries/across';
import { listAgeing } from '@/lib/funnel/queries/ageing';
import { getClaims } from '@/lib/funnel/queries/claims';
import { listDays } from '@/lib/funnel/queries/days';
import { getComparedFunnels, getFunnel } from '@/lib/funnel/queries/funnel';
import { listFigureRows } from '@/lib/funnel/queries/rows';
import { getSeries } from '@/lib/funnel/queries/series';
import { splitFunnel } from '@/lib/funnel/queries/split';
import { getTimeInStage } from '@/lib/funnel/queries/time-in-stage';
import { invitePerson, resendInvitation } from '@/lib/invitation/commands/invite';
import { requestPassword, requestSignInLink } from '@/lib/invitation/commands/request-link';
import { bookMeeting } from '@/lib/meeting/commands/book';
import { cancelMeeting } from '@/lib/meeting/commands/cancel';
import { changeMeeting } from '@/lib/meeting/commands/change';
import { markMeeting } from '@/lib/meeting/commands/mark';
import { moveMeeting } from '@/lib/meeting/commands/move';
import { findBookingFacts, listBookingParties, listTakenTables } from '@/lib/meeting/queries/booking';
import { findMeeting, listMeetingsOfPair } from '@/lib/meeting/queries/find';
import { listMeetingDays, listMeetings, nextMeetings } from '@/lib/meeting/queries/list';
import { recordOutcome } from '@/lib/outcome/commands';
import { findOutcomeForm, listOutcomesOfPair } from '@/lib/outcome/queries';
import { editPair } from '@/lib/pair/commands/edit';
import { moveStage, moveStages } from '@/lib/pair/commands/move';
import { addNote, editNote } from '@/lib/pair/commands/notes';
import { changeStatus } from '@/lib/pair/commands/status';
import { undoMoves, voidEvent } from '@/lib/pair/commands/void';
import { listPairFacets, listPossibleOwners } from '@/lib/pair/queries/facets';
import { countUnscheduled, readMatrix, summarizePairs } from '@/lib/pair/queries/figures';
import { listNeighbours, listPairs } from '@/lib/pair/queries/list';
import { listNotes } from '@/lib/pair/queries/notes';
import { listTimeline } from '@/lib/pair/queries/timeline';
import {
  addContact,
  archiveContact,
  editContact,
  restoreContact,
  revealContact,
} from '@/lib/party/commands/contacts';
import {
  addInvestor,
  addStartup,
  archiveInvestor,
  archiveStartup,
  editInvestor,
  editStartup,
  restoreInvestor,
  restoreStartup,
} from '@/lib/party/commands/parties';
import { getInvestor, getStartup, listInvestors, listStartups } from '@/lib/party/queries/parties';
import {
  changePassword,
  editAccount,
  endOtherSignIns,
  endSignIn,
  removeIdentity,
} from '@/lib/person/commands/account';
import { setFirstPassword } from '@/lib/person/commands/first-password';
import { giveCode } from '@/lib/person/commands/give-code';
import { archivePerson, restorePerson, setAdmin } from '@/lib/person/commands/installation';
import { changeRole, endMembership, restoreMembership } from '@/lib/person/commands/membership';
import { beginPasskeySignIn } from '@/lib/person/commands/passkey-sign-in';
import { addPasskey, beginPasskey, removePasskey, renamePasskey } from '@/lib/person/commands/passkeys';
import { chooseLocale, chooseTheme } from '@/lib/person/commands/preferences';
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from '@/lib/person/commands/second-factor';
import { signOut } from '@/lib/person/commands/sign-in';
import { findAccount } from '@/lib/person/queries/account';
import { countPeople } from '@/lib/person/queries/counts';
import { listMembers } from '@/lib/person/queries/members';
import { listPeople } from '@/lib/person/queries/people';
import type { Bound, PublicBound } from '@/lib/platform/bound';
import { archiveProgram, createProgram, editProgram, restoreProgram } from '@/lib/program/commands/programs';
import { importFxRates, setFxRate } from '@/lib/program/commands/rates';
import { requireSecondFactor } from '@/lib/program/commands/second-factor';
import { addSlots, removeSlots, setStages } from '@/lib/program/commands/stages';
import { addTables, archiveTable, renameTable, restoreTable } from '@/lib/program/commands/tables';
import { getProgram, listPrograms } from '@/lib/program/queries/programs';
import { listFxRates } from '@/lib/program/queries/rates';
import { findSecondFactorRule } from '@/lib/program/queries/second-factor';
import { listSlots } from '@/lib/program/queries/slots';
import { listQuality } from '@/lib/quality/queries';
import { getPair } from '@/lib/record/queries';
import { publishReport } from '@/lib/report/commands';
import { getReportChanges } from '@/lib/report/queries/changes';
import { draftReport, getReport } from '@/lib/report/queries/get';
import { findChangedReport, listReports } from '@/lib/report/queries/list';
import { fixTable, paintBlackouts } from '@/lib/timetable/commands/blackouts';
import { createDraft, discardDraft, renameDraft, restoreDraft } from '@/lib/timetable/commands/draft';
import {
  lockMeetings,
  moveInDraft,
  placeMeeting,
  removeFromDraft,
  swapMeetings,
} from '@/lib/timetable/commands/place';
import { publishTimetable } from '@/lib/timetable/commands/publish';
import { takeRepair } from '@/lib/timetable/commands/repair';
import { setRules } from '@/lib/timetable/commands/rules';
import { startSolve, stopSolve } from '@/lib/timetable/commands/solve';
import { undoPublish } from '@/lib/timetable/commands/undo';
import { sayWish, weighPair } from '@/lib/timetable/commands/wishes';
import { getBlackouts } from '@/lib/timetable/queries/blackouts';
import { compareTimetables } from '@/lib/timetable/queries/compare';
import { getGrid } from '@/lib/timetable/queries/grid';
import { getOverview } from '@/lib/timetable/queries/overview';
import { askRepair, askWhatIf } from '@/lib/timetable/queries/repair';
import { getRun } from '@/lib/timetable/queries/run';
import { getLegalTargets } from '@/lib/timetable/queries/targets';
import { askWhyNot } from '@/lib/timetable/queries/why-not';
import { listWishes } from '@/lib/timetable/queries/wishes';
import { createApiToken, revokeApiToken } from '@/lib/token/commands';
import { listApiTokens } from '@/lib/token/queries';
import { exportFunnel, exportPairs, exportRows } from '@/lib/transfer/queries/books';
import { answerWave } from '@/lib/wave/commands';
import { listWaves } from '@/lib/wave/queries/list';

/** Everything the API can do; architecture.test.ts holds every command and query to be here. */
export const OPERATIONS: readonly Bound[] = [
  listPairs,
  readMatrix,
  countUnscheduled,
  summarizePairs,
  listPairFacets,
  getPair,
  listTimeline,
  listNeighbours,
  listPossibleOwners,
  editPair,
  moveStage,
  changeStatus,
  voidEvent,
  moveStages,
  undoMoves,
  listNotes,
  addNote,
  editNote,
  listAmounts,
  addAmount,
  voidAmount,
  listMeetings,
  listMeetingDays,
  nextMeetings,
  findBookingFacts,
  listBookingParties,
  listTakenTables,
  findMeeting,
  changeMeeting,
  moveMeeting,
  cancelMeeting,
  markMeeting,
  listMeetingsOfPair,
  bookMeeting,
  getOverview,
  createDraft,
  setRules,
  getBlackouts,
  paintBlackouts,
  fixTable,
  listWishes,
  sayWish,
  weighPair,
  compareTimetables,
  askRepair,
  takeRepair,
  undoPublish,
  getGrid,
  renameDraft,
  discardDraft,
  restoreDraft,
  placeMeeting,
  moveInDraft,
  swapMeetings,
  removeFromDraft,
  lockMeetings,
  getLegalTargets,
  askWhyNot,
  askWhatIf,
  getRun,
  startSolve,
  stopSolve,
  publishTimetable,
  recordOutcome,
  findOutcomeForm,
  listOutcomesOfPair,
  getFunnels,
  getFunnel,
  splitFunnel,
  getComparedFunnels,
  getClaims,
  listFigureRows,
  getTimeInStage,
  getSeries,
  listDays,
  listAgeing,
  listWaves,
  answerWave,
  listReports,
  findChangedReport,
  getReport,
  getReportChanges,
  draftReport,
  publishReport,
  listInvestors,
  getInvestor,
  addInvestor,
  editInvestor,
  archiveInvestor,
  restoreInvestor,
  listPrograms,
  createProgram,
  restoreProgram,
  getProgram,
  editProgram,
  archiveProgram,
  findSecondFactorRule,
  requireSecondFactor,
  setStages,
  addTables,
  renameTable,
  archiveTable,
  restoreTable,
  listSlots,
  addSlots,
  removeSlots,
  listFxRates,
  setFxRate,
  importFxRates,
  addContact,
  editContact,
  archiveContact,
  restoreContact,
  revealContact,
  listStartups,
  getStartup,
  addStartup,
  editStartup,
  archiveStartup,
  restoreStartup,
  listMembers,
  changeRole,
  endMembership,
  restoreMembership,
  findAccount,
  editAccount,
  chooseLocale,
  chooseTheme,
  changePassword,
  setFirstPassword,
  endOtherSignIns,
  endSignIn,
  beginPasskey,
  addPasskey,
  renamePasskey,
  removePasskey,
  beginSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  removeSecondFactor,
  removeIdentity,
  signOut,
  listPeople,
  countPeople,
  setAdmin,
  archivePerson,
  restorePerson,
  invitePerson,
  resendInvitation,
  listApiTokens,
  createApiToken,
  revokeApiToken,
  listAudit,
  listInstallationAudit,
  listQuality,
  exportFunnel,
  exportRows,
  exportPairs,
];

/** What is asked before there is a sign-in; signing in itself is next-auth's, see app/api/auth. */
export const PUBLIC_OPERATIONS: readonly PublicBound[] = [
  requestPassword,
  requestSignInLink,
  beginPasskeySignIn,
  giveCode,
];
