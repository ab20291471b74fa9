import { MADE_BY_HAND } from '@continuo/contract';
import { type CallbackRule, type JourneyContract, keptLine, maskContacts, type Sighting } from '@continuo/core';
import { formatDateTime, formatDuration, ordinal } from '@continuo/diagram';
import type { LogEntry } from '@continuo/state';
import { stepOf } from './landing.ts';

const TOPS: Readonly<Record<string, string>> = { '0-10': '10', '1-10': '10', '1-5': '5', '1-7': '7', '0-100': '100' };

/** Why an answer opened a call-back: "answered 3 of 10". */
export function answeredWords({ score, scale }: Pick<Sighting, 'score' | 'scale'>): string {
  const top = TOPS[scale];
  const shown = Math.round((score ?? 0) * 100) / 100;
  return top === undefined ? `answered ${shown} between −1 and 1` : `answered ${shown} of ${top}`;
}

/** "3rd time in 7 days: Calls us". */
export function repeatedWords(nth: number, withinDays: number, name: string): string {
  return nth === 1 ? name : `${ordinal(nth)} time in ${withinDays === 1 ? 'a day' : `${withinDays} days`}: ${name}`;
}

/** "promised within 4 h, and late". */
export function lateWords(withinMs: number, laterByMs: number, says: string | null): string {
  const promised = says === null ? `promised within ${formatDuration(withinMs)}` : `“${says}”`;
  return laterByMs === 0 ? `${promised}, and it was late` : `${promised}, more than ${formatDuration(laterByMs)} late`;
}

/** Characters from which a sentence says enough. */
const ENOUGH = 30;

/** What an event says happened, in its first words, contact details masked, at most 160 characters. */
export function whatWords({ name, properties }: Pick<Sighting, 'name' | 'properties'>): string {
  const { detail } = properties;
  const whole = keptLine(maskContacts(typeof detail === 'string' && detail !== '' ? detail : name));
  let said = '';
  for (const sentence of whole.split(/(?<=[.!?…]) /)) {
    if (said.length >= ENOUGH) break;
    said = `${said} ${sentence}`.trim();
  }
  return said.slice(0, 160);
}

/** What an answer is about: a step of a map, at most 160 characters. */
export function aboutWords(title: string): string {
  return `About “${keptLine(title).slice(0, 151)}”`;
}

interface LogWords {
  readonly nameOf: (user: unknown) => string;
  readonly rules: readonly CallbackRule[];
  readonly maps: readonly JourneyContract[];
  readonly timeZone: string;
}

const NOTED: Readonly<Record<string, string>> = {
  called: 'Spoke with the customer.',
  wrote: 'Wrote to the customer.',
  did: 'Did something for the customer.',
  note: 'Note.',
};
const ANSWERED: Readonly<Record<string, string>> = {
  yes: 'The customer says: yes, put right.',
  partly: 'The customer says: partly.',
  no: 'The customer says: no, it is not put right.',
};

/** An entry of the log as a sentence. */
export function logWords({ kind, facts }: LogEntry, { nameOf, rules, maps, timeZone }: LogWords): string {
  const ruleTitle = rules.find(({ key }) => key === facts.rule)?.title;
  const byRule = facts.rule === MADE_BY_HAND || ruleTitle === undefined ? '' : `, by the rule “${ruleTitle}”`;
  const why = `${facts.why}${byRule}`;
  switch (kind) {
    case 'opened':
      return facts.again === null || facts.again === undefined
        ? `Opened: ${why}.`
        : `Opened again within 90 days: ${why}.`;
    case 'joined':
      return `It happened once more: ${why}.`;
    case 'taken':
      return `Taken by ${nameOf(facts.owner)}.`;
    case 'given':
      return givenWords(facts, nameOf);
    case 'noted':
      return NOTED[String(facts.note)] ?? '';
    case 'waiting':
      return facts.for === 'customer'
        ? 'Waiting for the customer.'
        : `Waiting until ${formatDateTime(Number(facts.untilMs), timeZone)}.`;
    case 'back':
      return facts.why === 'time' ? 'The time to wait is over.' : 'Goes on.';
    case 'late':
      return 'Past due.';
    case 'closed': {
      const step = stepOf(maps, String(facts.journey), String(facts.step));
      return `Closed. Cause: ${step === null ? 'not on our map' : step.step.title}. Action: ${facts.action}.`;
    }
    case 'asked':
      return facts.isMailed ? 'Asked by e-mail: is it put right?' : 'Asked “is it put right?” by a link to pass on.';
    case 'answered':
      return ANSWERED[String(facts.answer)] ?? '';
    case 'reopened':
      return 'Opened again.';
    case 'merged':
      return `Two customers turned out to be one: call-back ${facts.from} goes on here.`;
    case 'removed':
      return facts.n === 1 ? 'An event behind it was removed.' : `${facts.n} events behind it were removed.`;
    case 'withdrawn':
      return facts.why === 'merged'
        ? `Two customers turned out to be one: it goes on in call-back ${facts.into}.`
        : 'Withdrawn: the event that opened it was removed, and nobody had begun.';
  }
}

function givenWords({ owner, team }: LogEntry['facts'], nameOf: LogWords['nameOf']): string {
  const parts = [
    ...(owner === undefined ? [] : [owner === null ? 'given back: nobody has it' : `given to ${nameOf(owner)}`]),
    ...(team === undefined ? [] : [team === null ? 'no team' : `team ${team}`]),
  ];
  const said = parts.join(', ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}
