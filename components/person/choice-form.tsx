import { PlainForm } from '@/components/form/plain-form';

type Props = {
  label: string;
  name: string;
  action: (form: FormData) => Promise<void>;
  now: string;
  choices: readonly { value: string; label: string; lang?: string }[];
};

/** One of a few that takes effect at once: a plain form, so that it works before any script. */
export function ChoiceForm({ label, name, action, now, choices }: Props) {
  return (
    <PlainForm action={action}>
      <fieldset className="grid gap-1.5">
        <legend className="pb-1.5 text-sm font-medium">{label}</legend>
        <div className="ui-segments justify-self-start">
          {choices.map((choice) => (
            <button
              key={choice.value}
              type="submit"
              name={name}
              value={choice.value}
              lang={choice.lang}
              aria-current={choice.value === now ? 'true' : undefined}
              className="ui-segment"
            >
              {choice.label}
            </button>
          ))}
        </div>
      </fieldset>
    </PlainForm>
  );
}
