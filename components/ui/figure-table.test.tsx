// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderWithMessages } from '@/scripts/test/render';
import { FigureTable } from './figure-table';

it('holds apart two columns of one heading: a step and a sum may bear the same name', () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const columns = [
    { head: 'Program', cell: ({ name }: { name: string }) => name },
    { head: 'Follow-on', cell: () => '3' },
    { head: 'Follow-on', cell: () => '₩10' },
  ];
  const foot = [{ name: 'All' }];
  renderWithMessages(
    <FigureTable
      caption="Funnels"
      rows={[{ name: 'One' }]}
      keyOf={({ name }) => name}
      {...{ columns, foot }}
    />,
  );
  expect(screen.getAllByRole('columnheader', { name: 'Follow-on' })).toHaveLength(2);
  expect(screen.getByRole('row', { name: 'One 3 ₩10' })).toBeTruthy();
  expect(complaints).not.toHaveBeenCalled();
  complaints.mockRestore();
});
