'use client';

import { Printer } from 'lucide-react';
import { Button } from '@/components/ui/button';

/** Opens the browser's print dialog. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button tone="primary" icon={<Printer aria-hidden="true" size={16} />} onClick={() => window.print()}>
      {label}
    </Button>
  );
}
