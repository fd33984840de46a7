'use client';

import { FileUp } from 'lucide-react';
import { type ChangeEvent, type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from './button';
import { classNames } from './class-names';

type Props = {
  icon: ReactNode;
  /** What may be dropped here, what the button is called, and what is taken at most. */
  words: { drop: string; choose: string; limits: string };
  /** Kinds of files, as an input of files has them. */
  accept: string;
  isBusy?: boolean;
  onFile: (file: File) => void;
};

/** Takes one file: chosen, or dropped. */
export function FileDrop({ icon, words, accept, isBusy = false, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file && !isBusy) onFile(file);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    take(event.target.files?.[0]);
    // The same file can be chosen again once it was corrected.
    event.target.value = '';
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same for whoever drags nothing
    <div
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={classNames(
        'grid justify-items-center gap-3 rounded-lg border-2 border-dashed px-4 py-8 text-center',
        isOver ? 'border-action bg-action-soft' : 'border-line-2',
      )}
    >
      {icon}
      <p className="font-medium">{words.drop}</p>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={words.choose}
        tabIndex={-1}
        className="sr-only"
        onChange={choose}
      />
      <Button
        tone="primary"
        busy={isBusy}
        icon={<FileUp aria-hidden="true" size={18} />}
        onClick={() => input.current?.click()}
      >
        {words.choose}
      </Button>
      <p className="max-w-prose text-sm text-ink-2">{words.limits}</p>
    </div>
  );
}
