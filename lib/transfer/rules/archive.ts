/** Of the archive's own form; it is raised when an older reader would take a file for what it is not. */
export const ARCHIVE_FORMAT = { format: 'roundtable-archive', version: 2 } as const;

/**
 * The tables of an archive by the names of their files, in an order in which they can be filled: a row names only what stands
 * before it. Beside each the columns that name a person.
 */
export const ARCHIVED_TABLES = {
  program_stage: [],
  venue_table: [],
  slot: [],
  startup: [],
  investor: [],
  contact: [],
  membership: ['person_id'],
  pair: ['owner_id', 'next_step_owner_id'],
  stage_event: ['by_id'],
  status_event: ['by_id'],
  meeting: [],
  meeting_participant: [],
  meeting_event: ['by_id'],
  outcome: ['by_id'],
  amount: ['by_id'],
  void: ['by_id'],
  stored_file: ['by_id'],
  party_merge: ['by_id', 'undone_by'],
  note: ['by_id'],
  fx_rate: ['by_id'],
  timetable_rules: [],
  pair_weight: ['by_id'],
  match_weights: [],
  blackout: [],
  fixed_table: [],
  timetable: ['created_by', 'published_by'],
  timetable_meeting: [],
  report: ['by_id'],
  wave_answer: ['by_id'],
  saved_view: ['person_id'],
  import_mapping: [],
  audit_entry: ['by_id'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ArchivedTable = keyof typeof ARCHIVED_TABLES;
export const ARCHIVED_NAMES = Object.keys(ARCHIVED_TABLES) as ArchivedTable[];

/** Files of the archive that are no table of the program: its own row, the people, and the word on each pair. */
export const OTHER_FILES = ['program', 'person', 'pair_wish'] as const;
export type ArchiveFile = ArchivedTable | (typeof OTHER_FILES)[number];

export const rowsFile = (name: ArchiveFile) => `${name}.jsonl`;
/** Where the bytes of an uploaded file lie in the archive. */
export const contentOf = (fileId: string) => `files/${fileId}`;

/** Columns that are reckoned from others, or mean something in this installation alone. */
export const COLUMNS_LEFT_OUT: Readonly<Partial<Record<ArchiveFile, Readonly<Record<string, string>>>>> = {
  startup: { search_text: 'is made from the names' },
  investor: { search_text: 'is made from the names' },
  contact: { search_text: 'is made from the names' },
  pair: { search_text: 'is made from the next step' },
  note: { search_text: 'is made from the note' },
  program: {
    is_sample: 'the sample is a matter of one installation',
    restored_in: 'is empty but while an archive is read',
    version: 'counts the changes of one installation',
  },
  person: {
    search_text: 'is made from the names',
    theme: 'is set by each person for themself',
    password_hash: 'lets somebody in',
    has_password: 'says how somebody comes in',
    joined_at: 'says when somebody came in',
    has_joined: 'says when somebody came in',
    is_admin: 'is a right in one installation',
    created_at: 'is of one installation',
    archived_at: 'is of one installation',
    version: 'counts the changes of one installation',
  },
};

const LETS_IN = 'lets somebody in';
const REBUILT = 'is reckoned again from the rest';
const PASSING = 'is of use for hours or days';
const OWN_DOOR =
  'sends to an address with the rights, and by a secret, of one person; its owner makes it again';
const OWN_IMPORT =
  'is read by whoever brought the spreadsheet alone, or by nobody; the trail says what was imported';

/** The other tables of the database, and why no archive holds them. */
export const TABLES_LEFT_OUT: Readonly<Record<string, string>> = {
  api_token: LETS_IN,
  sign_in: LETS_IN,
  sign_in_link: LETS_IN,
  invitation: LETS_IN,
  passkey: LETS_IN,
  passkey_challenge: LETS_IN,
  second_factor: LETS_IN,
  recovery_code: LETS_IN,
  person_identity: LETS_IN,
  known_browser: LETS_IN,
  webhook: OWN_DOOR,
  webhook_delivery: OWN_DOOR,
  import: OWN_IMPORT,
  import_row: OWN_IMPORT,
  import_change: OWN_IMPORT,
  wish: 'is told by side to nobody: pair_wish.jsonl holds the strongest word on each pair, and the own one of the office',
  timetable_run: 'says how long the solver took; what it found stands in the timetable',
  change_number: REBUILT,
  program_touch: REBUILT,
  funnel_rollup: REBUILT,
  idempotency_key: PASSING,
  limit_use: PASSING,
  _prisma_migrations: 'is of the database itself',
};

/** What else an archive does not hold, as its taker may not read it. */
export const ROWS_LEFT_OUT = [
  'private notes of startups, and the trail of them',
  'saved views that others keep for themselves',
];
