/** Words of Data: imports, sources, events. */
export const DATA_WORDS = {
  title: 'Data & settings',
  pages: {
    imports: 'Imports',
    sources: 'Sources',
    events: 'Events',
    members: 'Members & roles',
    audit: 'Audit log',
    account: 'Your account',
  },
  pagesLabel: 'Pages of Data and settings',
} as const;

/** Instead of what a role may not do: who can change that. */
export const DENIED_WORDS = {
  import: 'Importing files needs the role Operator. An admin of this workspace can give it to you.',
  export: 'Exporting events needs the role Operator. An admin of this workspace can give it to you.',
  remove: 'Only an admin can remove an import.',
  sample: 'Only an admin can fill in or remove the sample.',
  search: 'Finding a customer by id needs the role Operator. An admin of this workspace can give it to you.',
} as const;

export const IMPORTS_WORDS = {
  title: 'Imports',
  drop: 'Drop a file here',
  dropSays: 'CSV, TSV, Excel, NDJSON, XES or OCEL, also packed with gz. Nothing is imported before you have seen it.',
  choose: 'Choose a file',
  sending: (file: string) => `Sending ${file}`,
  sent: (share: string) => `${share} sent`,
  stop: 'Stop',
  refused: 'The file could not be read',
  list: 'All imports',
  none: 'No file has been imported yet.',
  status: {
    draft: 'to be checked',
    waiting: 'waiting',
    running: 'importing',
    building: 'building journeys',
    done: 'done',
    failed: 'could not be imported',
    cancelled: 'stopped',
  },
  check: 'Check and import',
  open: 'Open',
  progress: (rows: string, rate: string, left: string) => `${rows} rows${rate}${left}`,
  rate: (rate: string) => `, ${rate} a second`,
  left: (span: string) => `, about ${span} left`,
  leave: 'You can leave this page; the import goes on.',
  cancel: 'Stop the import',
  cancelled: 'Stopped. What had been stored was taken back.',
  stored: (events: string) => `${events} ${events === '1' ? 'event' : 'events'} stored`,
  unchanged: 'This file was already imported in the same way: nothing changed.',
  rejected: (rows: string) => `${rows} ${rows === '1' ? 'row' : 'rows'} could not be used`,
  rejects: 'Download these rows, with line and reason',
  noRejects: 'Every row could be used.',
  see: 'See the paths',
  said: 'See what customers said',
  people: 'See the customers',
  remove: 'Remove this import',
  removeSure: (events: string) =>
    `Remove it and its ${events} ${events === '1' ? 'event' : 'events'}? This cannot be taken back.`,
  removeYes: 'Remove',
  keep: 'Keep it',
  again: 'Choose another file',
  back: 'All imports',
} as const;

export const MAPPING_WORDS = {
  title: 'What is what',
  recognised: (name: string) => `Recognised: ${name}. Its columns are chosen already.`,
  warnings: 'Good to know',
  none: 'not in this file',
  casePerson: 'each case is one customer',
  one: 'every row is the same touchpoint',
  sure: (share: string, reason: string) => `${share} sure: ${reason}`,
  samples: (samples: string) => `For instance ${samples}`,
  chosen: 'chosen by you',
  fields: {
    person: 'Customer: who it happened to',
    caseKey: 'Case: what it belongs to',
    activity: 'Touchpoint: what happened',
    activityName: 'Name of that touchpoint',
    time: 'Time: when',
    timeFormat: 'How the time is written',
    timeZone: 'Time zone, where none is written',
    channel: 'Channel',
    score: 'Score: what they answered',
    scale: 'Scale of the score',
    text: 'Their own words',
    objectType: 'What a journey follows',
  },
  help: {
    timeFormat: 'iso, epoch-s, epoch-ms, or a pattern such as dd/MM/yyyy HH:mm',
    timeZone: (zone: string) => `Empty: ${zone}`,
  },
  missing: 'Choose the time, and either the touchpoint or its name.',
  dryRun: 'Five customers, as they would be imported',
  dryRunSays: 'The best proof that ids and times are right. Nothing is stored yet.',
  dryRunWaits: 'They stand here as soon as the time and the touchpoint are chosen.',
  dryRunRead: (rows: string, rejected: string) =>
    `${rows} ${rows === '1' ? 'row' : 'rows'} read, ${rejected} could not be used`,
  line: (line: string, reason: string) => `Line ${line}: ${reason}`,
  score: (score: number, scale: string | null) =>
    scale === null ? String(score) : `${score} on ${scale.replace('-', '–')}`,
  start: 'Import this file',
  starting: 'Starting',
  badZone: 'There is no time zone of that name.',
} as const;

export const SOURCES_WORDS = {
  title: 'Sources',
  note: 'Where events come from. Questions see a source only when it is complete.',
  none: {
    title: 'Nothing flows in yet',
    sample: 'Only the sample data so far',
    says: 'Each imported file becomes a source here.',
    action: 'Import a file',
  },
  columns: {
    file: 'Source',
    events: 'Events',
    rejected: 'Rows not used',
    when: 'Complete since',
    notes: 'Good to know',
    remove: 'Remove',
  },
} as const;

export const EVENTS_WORDS = {
  title: 'Events',
  note: 'Every touchpoint that was seen, with how often and how it felt.',
  search: 'Find a touchpoint',
  notMeasured: 'not measured',
  export: (format: string) => `All events as ${format}`,
  columns: {
    activity: 'Touchpoint',
    events: 'Events',
    people: 'Customers',
    again: 'Had to do it again',
    felt: 'How it felt',
    channels: 'Channels',
    first: 'First seen',
    last: 'Last seen',
  },
  none: {
    title: 'No touchpoint yet',
    says: 'Touchpoints appear as soon as there are events.',
    action: 'Import a file',
  },
} as const;
