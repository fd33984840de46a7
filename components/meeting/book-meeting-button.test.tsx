// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { answerRequests, renderWithMessages } from '@/scripts/test/render';
import { BOOK_HASH, BookMeetingButton } from './book-meeting-button';

answerRequests(vi.fn(async () => Response.json({ startups: [], investors: [], pairs: [], tables: [] })));
vi.mock('./book-meeting-dialog', () => ({ BookMeetingDialog: () => <p>booking form</p> }));

const button = (opensByAddress: boolean) => (
  <BookMeetingButton zones={['UTC', 'UTC']} label="Book" opensByAddress={opensByAddress} />
);
beforeEach(() => {
  window.location.hash = '';
});

it('opens by the end of the address, once', async () => {
  window.location.hash = BOOK_HASH;
  renderWithMessages(button(true));
  await screen.findByText('booking form');
  expect(window.location.hash).toBe('');
});

it('opens when the address of the open page changes to it', async () => {
  renderWithMessages(button(true));
  expect(screen.queryByText('booking form')).toBeNull();
  window.location.hash = BOOK_HASH;
  window.dispatchEvent(new Event('hashchange'));
  await screen.findByText('booking form');
});

it('stays closed where it is not the one that is asked for', () => {
  window.location.hash = BOOK_HASH;
  renderWithMessages(button(false));
  expect(screen.queryByText('booking form')).toBeNull();
  expect(window.location.hash).toBe(BOOK_HASH);
});
