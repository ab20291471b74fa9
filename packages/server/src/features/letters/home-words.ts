import type { Home, HomeLink } from '@continuo/contract';
import type { Waiting } from '@continuo/core';
import { counted, formatDuration } from '@continuo/diagram';

type Shown = Home['waiting'][number];

const MORE = { alert: 'alert', review: 'review', draft: 'draft' } as const;

/** Something that waits, in words, with where it leads. */
export function waitingWords(waiting: Waiting): Shown {
  switch (waiting.kind) {
    case 'alert': {
      const link: HomeLink = { to: 'alert', id: waiting.id };
      return { kind: 'alert', title: `Alert: ${waiting.title}`, detail: waiting.detail, action: 'Answer it', link };
    }
    case 'callbacks':
      return callbackWords(waiting);
    case 'review':
      return {
        kind: 'review',
        title: `Review: ${waiting.title}`,
        detail: dayWords(waiting.inDays),
        action: 'See what to talk about',
        link: { to: 'review', journey: waiting.journey },
      };
    case 'draft':
      return {
        kind: 'draft',
        title: `Draft: “${waiting.title}”`,
        detail: waiting.isNew ? 'Not published yet: nothing is counted by it.' : 'Changed since it was published.',
        action: 'Open the draft',
        link: { to: 'draft', journey: waiting.journey },
      };
    case 'more':
      return {
        kind: 'more',
        title: `And ${counted(waiting.n, `more ${MORE[waiting.of]}`)}`,
        detail: '',
        action: 'See all',
        link: waiting.of === 'alert' ? { to: 'alerts' } : { to: 'journeys' },
      };
  }
}

function callbackWords({ mine, pastDue, unassigned, longest }: Extract<Waiting, { kind: 'callbacks' }>): Shown {
  const parts = [
    ...(mine > 0 ? [`${mine} ${mine === 1 ? 'is' : 'are'} yours`] : []),
    ...(pastDue > 0 ? [`${pastDue} past due`] : []),
    ...(mine === 0 && unassigned > 0 ? [`${unassigned} with nobody`] : []),
  ];
  const detail =
    longest !== null
      ? `${longest.name} has waited ${formatDuration(longest.pastMs)} past our promise.`
      : pastDue > 0
        ? 'They have waited longer than we promised.'
        : 'All within the promised time.';
  const tab = mine > 0 ? 'mine' : pastDue > 0 ? 'past-due' : 'unassigned';
  return {
    ...{ kind: 'callbacks', title: `Call-backs: ${parts.join(', ')}`, detail },
    ...{ action: 'Open the list', link: { to: 'callbacks', tab } },
  };
}

function dayWords(inDays: number): string {
  if (inDays === 0) return 'Today.';
  if (inDays === 1) return 'Tomorrow.';
  return inDays > 0 ? `In ${inDays} days.` : `Was due ${inDays === -1 ? 'yesterday' : `${-inDays} days ago`}.`;
}
