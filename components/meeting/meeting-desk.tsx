'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import { late } from '@/components/ui/late';
import type { Desk, MeetingRow } from './meeting-row';

const MeetingDialog = late(() => import('./meeting-dialog').then((file) => file.MeetingDialog));

type Shown = Desk & { open: (row: MeetingRow) => void };

const DeskContext = createContext<Shown | null>(null);

export function useDesk(): Shown {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('a row of meetings stands outside its desk');
  return desk;
}

/** One dialog for all rows below it, loaded when the first is opened. */
export function MeetingDesk({ children, ...desk }: Desk & { children: ReactNode }) {
  const [row, setRow] = useState<MeetingRow | null>(null);
  return (
    <DeskContext value={{ ...desk, open: setRow }}>
      {children}
      {row && <MeetingDialog key={row.meeting.id} desk={desk} row={row} onClose={() => setRow(null)} />}
    </DeskContext>
  );
}
