import type { Purpose, Role } from '@continuo/contract';

/** Words of accounts: signing in, members and roles, the own account, the audit log, and who a customer is. */
export const ROLE_WORDS: Readonly<Record<Role, { readonly name: string; readonly may: string }>> = {
  viewer: { name: 'Viewer', may: 'sees counts, paths and masked stories' },
  editor: { name: 'Editor', may: 'also changes maps' },
  operator: { name: 'Operator', may: 'also imports, exports, and may see who a customer is, for a purpose' },
  admin: { name: 'Admin', may: 'also manages members, reads the audit log and removes data' },
};

export const FIELD_WORDS = {
  login: 'E-mail or user name',
  name: 'Your name',
  nameHelp: 'Colleagues see it beside what you do.',
  password: 'Password',
  newPassword: 'New password',
  passwordHelp: 'At least 12 characters. A few words in a row are easy to keep in mind; you may paste.',
  current: 'Password until now',
} as const;

export const LOGIN_WORDS = {
  title: 'Sign in',
  action: 'Sign in',
  busy: 'Signing in',
  help: 'No account yet, or the password is gone? An admin of your workspace can send you an invitation.',
} as const;

export const FIRST_ADMIN_WORDS = {
  title: 'Make the first account',
  says: 'It becomes the admin. From then on everybody signs in, also on this machine; others join by invitation.',
  action: 'Make the account',
  busy: 'Making the account',
  noLink:
    'Open the link that was printed when the server started. It works once, for 24 hours; a new start prints a new one.',
  isThere: 'There is an account already.',
  toLogin: 'Go to the sign-in page',
} as const;

export const JOIN_WORDS = {
  title: 'You are invited',
  notThere: 'This invitation does not work',
  goOn: 'Go to the sign-in page',
  says: (workspace: string, role: string, may: string) => `To “${workspace}”, as ${role}: ${may}.`,
  action: 'Make an account and join',
  asYou: (name: string) => `Join as ${name}`,
  busy: 'Joining',
  haveOne: 'I have an account: sign in first',
  noLink: 'This page needs the whole link of your invitation. Open it again, or ask for a new one.',
} as const;

export const OPEN_WORDS = {
  says: 'No accounts yet: everybody on this machine may do everything.',
  action: 'Make the first account',
} as const;

export const MENU_WORDS = {
  label: 'Your account',
  open: (name: string) => `Account of ${name}`,
  account: 'Your account',
  members: 'Members & roles',
  audit: 'Audit log',
  out: 'Sign out',
  workspace: (name: string) => `Go to ${name}`,
} as const;

export const MEMBERS_WORDS = {
  title: 'Members',
  note: 'Who may do what in this workspace.',
  list: 'Members',
  columns: { name: 'Name', login: 'Signs in as', role: 'Role', since: 'Since', remove: 'Remove' },
  you: 'you',
  roleOf: (name: string) => `Role of ${name}`,
  changed: (name: string, role: string) => `${name} is ${role} now and has to sign in again.`,
  lastAdmin: 'The only admin stays.',
  remove: 'Remove',
  removeSure: (name: string) => `Take ${name} out? Sessions and tokens end at once; the account itself stays.`,
  yes: 'Take out',
  keep: 'Keep',
  invite: {
    title: 'Invite somebody',
    role: 'Role',
    label: 'For whom (only you and other admins see it)',
    action: 'Make a link',
    once: 'Hand this link over. It is shown only now, works once, and for 7 days.',
    link: 'Link of the invitation',
  },
  open: {
    title: 'Invitations not used yet',
    none: 'No invitation is waiting.',
    until: (when: string) => `Works until ${when}`,
    revoke: 'Take back',
    revokeOf: (label: string) => `Take the invitation ${label} back`,
  },
  roles: 'What each role may do',
  none: {
    title: 'No accounts yet',
    says: 'Members, roles and invitations begin with the first account, which becomes the admin.',
  },
} as const;

export const ACCOUNT_WORDS = {
  title: 'Your account',
  who: (login: string, role: string) => `You sign in as ${login}. Here you are ${role}.`,
  password: {
    title: 'Password',
    action: 'Change the password',
    done: 'Changed. You are signed out everywhere else.',
  },
  sessions: {
    title: 'Where you are signed in',
    unknown: 'a browser',
    this: 'this one',
    since: (begun: string, seen: string) => `since ${begun}, last used ${seen}`,
    end: 'Sign out there',
  },
  tokens: {
    title: 'Tokens for programs',
    says: 'A token lets a program, or the command line elsewhere, act for you in this workspace. It never may more than you.',
    name: 'What it is for',
    role: 'What it may do',
    action: 'Make a token',
    once: 'Keep it now: it is not shown again.',
    link: 'Token',
    none: 'You have no token.',
    used: (made: string, used: string) => `made ${made}, ${used}`,
    last: (when: string) => `last used ${when}`,
    never: 'never used',
    revoke: 'Take back',
    revokeOf: (name: string) => `Take the token ${name} back`,
  },
  out: 'Sign out',
} as const;

export const SECRET_WORDS = { copy: 'Copy', copied: 'Copied' } as const;

export const AUDIT_WORDS = {
  title: 'Audit log',
  note: 'Every change, newest first. Entries are linked to each other: what is altered later shows.',
  list: 'What was done',
  columns: { when: 'When', who: 'Who', did: 'What', thing: 'To what', more: 'More' },
  action: 'Kind',
  all: 'Everything',
  check: 'Check the log',
  checking: 'Checking',
  whole: (count: string, head: string) => `All ${count} entries are as they were written. Fingerprint: ${head}`,
  broken: (at: string) => `Entry ${at} was changed, removed or moved after it was written.`,
  none: {
    title: 'Nothing was done yet',
    says: 'Every import, sign-in, change of a role and look at a name stands here.',
  },
  /** By the kind that is stored; kinds not named here are shown as they are. */
  actions: {
    'session.begin': 'signed in',
    'session.end': 'signed out',
    'account.first': 'made the first account',
    'password.change': 'changed the password',
    'invitation.make': 'invited',
    'invitation.accept': 'joined by invitation',
    'invitation.revoke': 'took an invitation back',
    'member.role': 'gave another role',
    'member.remove': 'took a member out',
    'token.make': 'made a token',
    'token.revoke': 'took a token back',
    'person.reveal': 'saw who a customer is',
    'switches.set': 'switched what is shown of single customers',
    'webhook.make': 'added a webhook',
    'webhook.change': 'changed a webhook',
    'webhook.remove': 'removed a webhook',
    'webhook.rotate': 'gave a webhook a new secret',
    'webhook.test': 'sent a test to a webhook',
    'webhook.again': 'sent a webhook message again',
    'webhook.gone': 'switched off a webhook that is gone',
    'import.upload': 'uploaded a file',
    'import.start': 'started an import',
    'import.done': 'finished an import',
    'import.cancel': 'stopped an import',
    'import.remove': 'removed an import',
    'events.export': 'exported events',
    'rejects.export': 'downloaded rejected rows',
    'demo.load': 'filled in the sample',
    'demo.remove': 'removed the sample',
    'seen.set': 'ticked a first step',
  } as Readonly<Record<string, string>>,
  /** First steps by the name that is stored; what is not named here is shown as it is. */
  things: { sawGraph: 'saw the paths', readStory: 'read a story' } as Readonly<Record<string, string>>,
} as const;

export const REVEAL_WORDS = {
  action: 'Show who this is',
  title: 'Who is this customer?',
  why: 'What do you need it for?',
  purposes: { 'call back': 'To call back', research: 'Research', quality: 'Quality' } satisfies Record<Purpose, string>,
  says: 'Your name, the purpose and the time are kept in the audit log.',
  show: 'Show',
  none: 'Nothing is known of this customer but what happened.',
  denied: 'Who this is can be shown to operators. An admin can give you that role.',
} as const;
