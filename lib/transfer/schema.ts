import { z } from 'zod';
import { LOCALES } from '@/lib/core/locale';
import { getFunnelOfPeriodInput, listFigureRowsInput } from '@/lib/funnel/schema';
import { listPairsInput } from '@/lib/pair/schema';

/** The language of the words; the reader's own without it. */
const lang = z.enum(LOCALES).optional();

export const exportFunnelInput = getFunnelOfPeriodInput.extend({ lang });
export const exportRowsInput = listFigureRowsInput.safeExtend({ lang });
export const exportPairsInput = listPairsInput.omit({ limit: true, cursor: true }).extend({ lang });
