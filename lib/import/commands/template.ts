import { programFile } from '@/lib/platform/file';
import { sayIn } from '@/lib/platform/say';
import { dispositionOf, fileName } from '@/lib/transfer/rules/book';
import { importOperations } from '../operations';
import { canImport } from '../policy';
import { readNamesFor } from '../queries/drop-downs';
import { noteOf, wordsOfColumn } from '../rules/column-notes';
import { fieldsOf } from '../rules/fields';
import { type TemplateColumn, templateFile } from '../rules/template';
import { templateInput } from '../schema';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A spreadsheet to fill in, with the lists and names of this program in its drop-downs. */
export const importTemplate = programFile({
  operation: importOperations.template,
  input: templateInput,
  may: canImport,
  types: [XLSX],
  make: async (tx, { scope, record }, { kind, lang }) => {
    const locale = lang ?? scope.viewer.locale;
    const say = sayIn(locale);
    const columns: TemplateColumn[] = [];
    for (const { key, isRequired, words } of fieldsOf(kind)) {
      const choices =
        wordsOfColumn(kind, key, say) ?? (await readNamesFor(tx, scope, kind, key, locale)) ?? [];
      columns.push({
        ...{ heading: say(`import.field.${kind}.${key}`), isRequired, others: words, choices },
        note: say(`import.template.note.${noteOf(key, choices.length > 0)}`),
      });
    }
    const title = say(`import.kind.${kind}`);
    const bytes = await templateFile(columns, {
      ...{ sheet: title, guide: say('import.template.guide'), lists: say('import.template.lists') },
      headings: [
        say('import.template.column'),
        say('import.template.required'),
        say('import.template.holds'),
        say('import.template.others'),
      ],
      required: say('import.template.yes'),
    });
    record({ subject: 'program', subjectId: scope.programId, detail: { kind } });
    const names = {
      file: fileName(scope.program.slug, kind, 'template'),
      fileTitle: say('import.template.file', { kind: title }),
    };
    return { type: XLSX, disposition: dispositionOf(names, 'xlsx'), chunks: whole(bytes) };
  },
});

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
