import type { ReactNode } from 'react';
import { Button } from './button';
import { classNames } from './class-names';

/** What a parser makes of a text: what it understood, why it cannot be read, or a question with the readings to choose from. */
export type InputReading<Choice> =
  | { ok: true; reading: ReactNode }
  | { ok: false; reason: ReactNode; choices?: readonly ReadingChoice<Choice>[] }
  | null;
type ReadingChoice<Choice> = { key: string; label: ReactNode; choice: Choice };

type Props<Choice> = {
  /** The control whose text is read. */
  controlId?: string;
  reading: InputReading<Choice>;
  onChoose: (choice: Choice) => void;
  /** The field shows the same problem already: only the choices are shown. */
  isShownAbove?: boolean;
};

/** Stands below a field and says at once what was understood; where the text can be read in two ways it asks. */
export function ReadingNote<Choice>({ controlId, reading, onChoose, isShownAbove }: Props<Choice>) {
  const isWrong = reading?.ok === false;
  const choices = reading?.ok === false ? reading.choices : undefined;
  return (
    <div className="grid gap-2">
      <output
        htmlFor={controlId}
        className={classNames('min-h-5 text-sm', isWrong && !choices ? 'text-danger' : 'text-ink-2')}
      >
        {reading && (reading.ok ? reading.reading : !isShownAbove && reading.reason)}
      </output>
      {choices && (
        <div className="flex flex-wrap gap-2">
          {choices.map(({ key, label, choice }) => (
            <Button key={key} size="sm" onClick={() => onChoose(choice)}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
