/** Words of the page about where plan and life part. */
export const GAPS_WORDS = {
  title: 'Gaps',
  lead: (n: number) =>
    n === 0
      ? 'No place was found where plan and life part.'
      : n === 1
        ? 'Plan and life part in one place.'
        : `Plan and life part in ${n} places.`,
  rest: (harm: number, better: number) => {
    const parts = [
      harm === 0
        ? 'None of them hurts customers.'
        : harm === 1
          ? 'One of them hurts customers.'
          : `${harm} of them hurt customers.`,
      ...(better === 0 ? [] : [better === 1 ? 'In one their way is better.' : `In ${better} their way is better.`]),
    ];
    return parts.join(' ');
  },
  note: 'Going another way is first a question to our map.',
  loading: 'The gaps of this journey',
  bar: 'Which gaps are shown',
  kind: 'Kind',
  allKinds: 'All kinds',
  marked: { label: 'Decided or not', open: 'Open', watched: 'Watched', decided: 'Decided', all: 'All' },
  kinds: {
    'we-skipped': 'Owed by us, not done',
    'partner-skipped': 'Owed by a partner, not done',
    broken: 'Went wrong',
    late: 'Too late',
    'customer-skipped': 'Customers do without',
    shortcut: 'Shortcut',
    repeat: 'Again and again',
    detour: 'Detour',
    'other-order': 'Another order',
    'other-channel': 'Another channel',
    left: 'They leave',
    'not-on-map': 'Not on our map',
    rule: 'Rule not kept',
  },
  titles: {
    'we-skipped': (step: string) => `“${step}” does not happen, though we owe it`,
    'partner-skipped': (step: string) => `“${step}” does not happen, though our partner owes it`,
    broken: (step: string) => `“${step}” goes wrong`,
    late: (step: string) => `“${step}” comes later than promised`,
    'customer-skipped': (step: string) => `Customers do without “${step}”`,
    shortcut: (step: string) => `A shortcut past “${step}”`,
    repeat: (step: string) => `“${step}” again and again`,
    detour: (step: string) => `“${step}” where nobody planned it`,
    'other-order': (step: string) => `“${step}” earlier or later than planned`,
    left: (step: string) => `Customers leave at “${step}”`,
  },
  otherChannel: (step: string, channel: string) => `“${step}” by ${channel}, which nobody planned`,
  notOnMap: (activity: string, after: string | null) =>
    after === null ? `${activity}, at the beginning` : `${activity}, after “${after}”`,
  rule: (rule: string) => `A rule is not kept: ${rule}`,
  promised: (time: string) => `promised within ${time}`,
  rules: {
    absent: (step: string) => `never “${step}”`,
    contains: (step: string) => `always “${step}”`,
    starts: (step: string) => `“${step}” first`,
    ends: (step: string) => `“${step}” last`,
    response: (a: string, b: string) => `after “${a}” comes “${b}”`,
    precedence: (a: string, b: string) => `before “${b}” came “${a}”`,
    succession: (a: string, b: string) => `“${a}” and then “${b}”, none without the other`,
    xor: (a: string, b: string) => `“${a}” or “${b}”, never both`,
    within: (a: string, b: string, time: string) => `“${b}” at most ${time} after “${a}”`,
  },
  of: (of: string) => `of ${of}`,
  customers: (n: string, of: string) => `${n} of ${of} customers`,
  since: (day: string) => `more common since ${day}`,
  change: (before: string, since: string) => `${before} before, ${since} since`,
  noSince: 'no change found',
  hurts: 'this hurts',
  neutral: 'not compared',
  goesWith: 'goes together with it, not yet a cause',
  byNature: 'owed to the customer',
  accept: 'Accept reality',
  watch: 'Watch',
  dismiss: 'Dismiss',
  reopen: 'Open again',
  toMap: 'On the map',
  marks: {
    watch: (who: string, when: string) => `watched by ${who}, ${when}`,
    dismiss: (who: string, when: string) => `dismissed by ${who}, ${when}`,
    accept: (who: string, when: string) => `accepted by ${who}, ${when}`,
  },
  reason: (text: string) => `“${text}”`,
  dismissing: {
    title: 'Why does this gap not matter?',
    label: 'Reason',
    help: 'Whoever reads it later wants to know. It is kept with your name.',
    action: 'Dismiss the gap',
  },
  accepting: {
    title: 'Accept reality: this would change on the map',
    none: 'No map can say this by itself. Edit the map by hand, or mend what goes wrong.',
    draft: 'It goes into the draft. What judges customers’ journeys changes only when the draft is published.',
    action: 'Put it into the draft',
    edit: 'Open the map for editing',
    done: 'It is in the draft.',
  },
  edits: {
    isOptional: (step: string) => `“${step}” may be passed over.`,
    notOwed: (step: string) => `“${step}” is no longer owed to the customer.`,
    again: (step: string) => `“${step}” may happen again and again.`,
    channels: (step: string, channels: string) => `“${step}” is planned by ${channels}.`,
    promise: (step: string, from: string, to: string) => `“${step}” is promised within ${to}, now ${from}.`,
    add: (step: string, after: string | null) =>
      after === null
        ? `New step “${step}”, at the beginning; may be passed over.`
        : `New step “${step}” after “${after}”; may be passed over.`,
    group: 'They stand together and may come in any order:',
    member: (step: string) => `“${step}”`,
    rule: (rule: string) => `The rule goes: ${rule}.`,
    other: 'One more change of the map.',
  },
  empty: {
    title: 'No gap here',
    says: 'With these choices nothing is left. Take one back to see more.',
    all: 'Show all',
  },
  said: {
    watch: 'Watched.',
    dismiss: 'Dismissed.',
    accept: 'Accepted: the draft was changed.',
    clear: 'Open again.',
  },
  list: (n: number) => `${n} gaps, most customers first`,
  keys: 'J and K walk the list; A accept, W watch, D dismiss, R open again, Enter shows it on the map.',
} as const;
