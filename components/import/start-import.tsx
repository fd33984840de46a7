'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblems } from '@/components/form/form-problems';
import { buttonClass } from '@/components/ui/button';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { Panel } from '@/components/ui/panel';
import { useToast } from '@/components/ui/toast';
import { LOCALES } from '@/lib/core/locale';
import { MOST_FILE_BYTES } from '@/lib/import/rules/cells';
import type { ImportKind } from '@/lib/import/schema';
import { DropZone } from './drop-zone';
import { templatePath } from './import-address';
import { ImportProgress } from './import-progress';
import { useImportWords } from './import-words';
import { useUpload } from './use-upload';

type OfferedKind = { kind: ImportKind; fields: readonly { key: string; isRequired: boolean }[] };

type Props = { slug: string; kinds: readonly OfferedKind[]; chosen: ImportKind };

/** What the file holds, then the file: nothing is written before its rows were looked at. */
export function StartImport({ slug, kinds, chosen }: Props) {
  const t = useTranslations('import');
  const toast = useToast();
  const [kind, setKind] = useState(chosen);
  const { send, progress, isBusy, errors, failed } = useUpload(slug);
  const offered = kinds.find((each) => each.kind === kind) ?? kinds[0];
  const take = (file: File) => {
    if (file.size > MOST_FILE_BYTES) toast({ tone: 'danger', text: t('start.tooLarge') });
    else void send({ file, kind });
  };
  return (
    <Panel className="max-w-4xl">
      <ChoiceGroup
        label={t('start.kind')}
        name="kind"
        layout="grid"
        value={kind}
        choices={kinds.map((each) => ({ value: each.kind, label: t(`kind.${each.kind}`) }))}
        onChange={(event) => setKind(event.target.value as ImportKind)}
      />
      {offered && <Columns {...offered} />}
      <Templates {...{ slug, kind }} />
      <FormProblems {...{ errors, failed }} />
      {progress ? <ImportProgress progress={progress} /> : <DropZone isBusy={isBusy} onFile={take} />}
    </Panel>
  );
}

/** Which columns the file needs, and which it may have. */
function Columns({ kind, fields }: OfferedKind) {
  const t = useTranslations('import.start');
  const { field } = useImportWords(kind);
  const names = (isRequired: boolean) =>
    fields
      .filter((each) => each.isRequired === isRequired)
      .map(({ key }) => field(key))
      .join(', ');
  return (
    <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
      <dt className="text-ink-2">{t('needs')}</dt>
      <dd className="font-medium">{names(true)}</dd>
      <dt className="text-ink-2">{t('mayHave')}</dt>
      <dd>{names(false)}</dd>
    </dl>
  );
}

const LANGUAGES = { ko: '한국어', en: 'English' } as const;

/** A file to fill in, in either language, with the names of this program to choose from. */
function Templates({ slug, kind }: { slug: string; kind: ImportKind }) {
  const t = useTranslations('import.template');
  return (
    <span className="flex flex-wrap gap-2">
      {LOCALES.map((lang) => (
        <a
          key={lang}
          className={buttonClass({ size: 'sm' })}
          href={templatePath(slug, kind, lang)}
          download=""
        >
          <Download aria-hidden="true" size={16} />
          {t('button', { language: LANGUAGES[lang] })}
        </a>
      ))}
    </span>
  );
}
