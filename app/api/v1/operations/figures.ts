import { listAudit, listInstallationAudit } from '@/lib/audit/queries';
import { listChanges } from '@/lib/audit/queries/changes';
import { getFunnels } from '@/lib/funnel/queries/across';
import { listAgeing } from '@/lib/funnel/queries/ageing';
import { getClaims } from '@/lib/funnel/queries/claims';
import { listDays } from '@/lib/funnel/queries/days';
import { getComparedFunnels, getFunnel } from '@/lib/funnel/queries/funnel';
import { listFigureRows } from '@/lib/funnel/queries/rows';
import { getSeries } from '@/lib/funnel/queries/series';
import { splitFunnel } from '@/lib/funnel/queries/split';
import { getTimeInStage } from '@/lib/funnel/queries/time-in-stage';
import type { Bound } from '@/lib/platform/bound';
import { listQuality } from '@/lib/quality/queries';
import { publishReport } from '@/lib/report/commands';
import { getReportChanges } from '@/lib/report/queries/changes';
import { draftReport, getReport } from '@/lib/report/queries/get';
import { findChangedReport, listReports } from '@/lib/report/queries/list';
import { exportFunnel, exportRows } from '@/lib/transfer/queries/books';

/** What is counted and what is kept: funnels, reports, quality, the trail. */
export const FIGURES: readonly Bound[] = [
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
  listReports,
  findChangedReport,
  getReport,
  getReportChanges,
  draftReport,
  publishReport,
  listAudit,
  listChanges,
  listInstallationAudit,
  listQuality,
  exportFunnel,
  exportRows,
];
