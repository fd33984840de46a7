'use client';

import { late } from '@/components/ui/late';

/** Comes with the first press that asks for it: no view needs it to be read. */
export const StageMenu = late(() => import('./stage-menu').then((file) => file.StageMenu));
