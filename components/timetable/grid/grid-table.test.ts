import { NextIntlClientProvider } from 'next-intl';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CATALOGUE } from '@/lib/platform/catalogue';
import type { TimetableGrid } from '@/lib/timetable/schema/grid';
import { SlotHeads } from '../setup/availability-table';
import { GridHead } from './grid-table';

const BOSTON = 'America/New_York';
const slots = ['05', '06'].map((hour) => ({
  id: hour,
  startsAt: `2026-11-01T${hour}:05:00.000Z`,
  endsAt: `2026-11-01T${hour}:30:00.000Z`,
  day: '2026-11-01',
}));

const htmlOf = (children: ReactElement) =>
  renderToStaticMarkup(
    createElement(NextIntlClientProvider, {
      locale: 'en',
      messages: CATALOGUE.en,
      timeZone: 'UTC',
      children,
    }),
  );

test('7.15 no two slots of the grid are headed alike in the other zone, on the night its clocks go back', () => {
  const grid = { slots, setup: { zone: 'Asia/Seoul', otherZone: BOSTON } } as unknown as TimetableGrid;
  const slotState = () => ({ count: 0, isLocked: false });
  const html = htmlOf(createElement(GridHead, { grid, corner: 'Table', slotState }));
  for (const time of ['14:05', '15:05', '01:05 EDT', '01:05 EST']) expect(html).toContain(`>${time}`);
});

test('7.15 nor in the availability', () => {
  const html = htmlOf(
    createElement(SlotHeads, { slots, zones: ['Asia/Seoul', BOSTON], stop: null, canPaint: false }),
  );
  for (const time of ['14:05', '15:05', '01:05 EDT', '01:05 EST']) expect(html).toContain(`>${time}`);
});
