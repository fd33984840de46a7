import type { Operation } from './operation';
import { amountOperations } from './operations/amount';
import { auditOperations } from './operations/audit';
import { funnelOperations } from './operations/funnel';
import { investorOperations } from './operations/investor';
import { invitationOperations } from './operations/invitation';
import { meetingOperations } from './operations/meeting';
import { outcomeOperations } from './operations/outcome';
import { pairOperations } from './operations/pair';
import { personOperations } from './operations/person';
import { programOperations } from './operations/program';
import { qualityOperations } from './operations/quality';
import { reportOperations } from './operations/report';
import { startupOperations } from './operations/startup';
import { timetableOperations } from './operations/timetable';
import { tokenOperations } from './operations/token';
import { transferOperations } from './operations/transfer';
import { waveOperations } from './operations/wave';

/** Everything the API can do. A command or query that is missing here fails the architecture test. */
export const OPERATIONS: readonly Operation[] = [
  ...pairOperations,
  ...amountOperations,
  ...meetingOperations,
  ...timetableOperations,
  ...outcomeOperations,
  ...funnelOperations,
  ...waveOperations,
  ...reportOperations,
  ...investorOperations,
  ...programOperations,
  ...startupOperations,
  ...personOperations,
  ...invitationOperations,
  ...tokenOperations,
  ...auditOperations,
  ...qualityOperations,
  ...transferOperations,
];
