// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { pairItem } from '@/scripts/test/pair-item';
import { answerRequests, renderWithMessages } from '@/scripts/test/render';
import { NextStepForm } from './next-step-form';

const nextStep = { text: '자료 보내기', on: null, owner: null, overdue: false };
const officer = { id: 'p1', name: '담당', nameEn: 'Officer' };
const sent = vi.fn(async (_path: string, init: RequestInit) => {
  const body = JSON.parse(String(init.body));
  const [{ version, changes }] = body.edits ?? [body];
  const text = changes.nextStep as string;
  // Somebody else put an officer in charge meanwhile: their change of another field is merged.
  const pair = pairItem({ version: version + 1, nextStep: { ...nextStep, text }, owner: officer });
  return Response.json(body.edits ? { pairs: [pair] } : { pair });
});
answerRequests(sent);

it('a next step that was saved is taken back by one press, and what others changed stays', async () => {
  const pair = pairItem({ version: 4, nextStep });
  renderWithMessages(<NextStepForm pair={pair} owners={[]} canAssign={true} onClose={() => undefined} />);
  const field = screen.getByLabelText(/^Next step/);
  await userEvent.clear(field);
  await userEvent.type(field, '파트너 미팅');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(sent).toHaveBeenCalledTimes(2));
  expect(sent.mock.calls.map(([, { body }]) => JSON.parse(String(body)))).toEqual([
    { version: 4, changes: { nextStep: '파트너 미팅' }, base: { nextStep: '자료 보내기' } },
    {
      edits: [
        {
          ...{ pairId: 'pair', version: 5 },
          ...{ changes: { nextStep: '자료 보내기' }, base: { nextStep: '파트너 미팅' } },
        },
      ],
    },
  ]);
});
