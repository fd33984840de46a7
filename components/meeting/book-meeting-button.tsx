'use client';

import { CalendarPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { late } from '@/components/ui/late';
import type { BookingProps } from './booking-form';

const BookMeetingDialog = late(() => import('./book-meeting-dialog').then((file) => file.BookMeetingDialog));

/** The end of an agenda's address that asks for its booking form. */
export const BOOK_HASH = '#book';

type Props = Omit<BookingProps, 'open' | 'onClose'> & {
  label: string;
  tone?: 'primary' | 'secondary';
  /** Opens by itself where the address ends in BOOK_HASH. */
  opensByAddress?: boolean;
};

/** Opens the booking dialog, which is loaded with the first press. */
export function BookMeetingButton({ label, tone = 'primary', opensByAddress, ...booking }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    if (!opensByAddress) return;
    const open = () => {
      if (window.location.hash !== BOOK_HASH) return;
      // Once for each time it is asked for: not again with the way back.
      window.history.replaceState(
        window.history.state,
        '',
        window.location.pathname + window.location.search,
      );
      setIsOpen(true);
    };
    open();
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, [opensByAddress]);
  return (
    <>
      <Button
        size="sm"
        tone={tone}
        icon={<CalendarPlus aria-hidden="true" size={16} />}
        onClick={() => setIsOpen(true)}
      >
        {label}
      </Button>
      {isOpen && <BookMeetingDialog {...booking} open onClose={() => setIsOpen(false)} />}
    </>
  );
}
