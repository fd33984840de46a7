'use client';

import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { late } from '@/components/ui/late';
import type { BookingProps } from './booking-form';

const BookMeetingDialog = late(() => import('./book-meeting-dialog').then((file) => file.BookMeetingDialog));

type Props = Omit<BookingProps, 'open' | 'onClose'> & {
  label: string;
  tone?: 'primary' | 'secondary';
};

/** Opens the booking dialog, which is loaded with the first press. */
export function BookMeetingButton({ label, tone = 'primary', ...booking }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
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
