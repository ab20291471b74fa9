import {
  type Change,
  type ChangeTone,
  findStep,
  type JourneyContract,
  type JourneyGap,
  type Step,
} from '@continuo/core';
import { formatDayNear } from './calendar.ts';
import { counted, formatShare } from './format.ts';
import { comparedWords } from './map-words.ts';

/** What readers are told about a change; every part is finished text. */
export interface ChangeWords {
  readonly title: string;
  readonly detail: string;
  /** Who answers for it; null: nobody is named yet. */
  readonly owner: string | null;
  /** What comes next, as a request: "decide what to mend, in the review on Thu 29 Oct". */
  readonly next: string;
}

export interface ChangeContext {
  /** The newest published map by key; those missing are named by their keys. */
  readonly contracts: ReadonlyMap<string, JourneyContract>;
  readonly timeZone: string;
  /** What readers call today, ms: days of another year are written with it. */
  readonly todayMs: number;
  /** For what is passed on: groups of one to four customers are not counted out. */
  readonly isShared?: boolean;
}

/** A change in words: how many it hit and since when, how it was before, who answers for it, what comes next. */
export function changeWords(change: Change, context: ChangeContext): ChangeWords {
  const owner = changeOwner(change, context.contracts);
  switch (change.kind) {
    case 'alert':
      return {
        ...{ title: change.alert.title, detail: change.alert.detail, owner },
        next: owner === null ? NEXT.owner : 'answer the alert',
      };
    case 'late':
      return {
        title:
          change.people === 1
            ? 'One customer waits longer for our call than promised'
            : `${counted(change.people, 'customer')} wait longer for our call than promised`,
        detail: 'Their call-backs are past due.',
        owner,
        next: 'call them back today',
      };
    case 'gap':
      return gapWords(change, owner, context);
  }
}

/** Owner of the step, else of the map; of an alert its own. Null: nobody is named. */
export function changeOwner(change: Change, contracts: ChangeContext['contracts']): string | null {
  if (change.kind === 'alert') return change.alert.owner;
  if (change.kind === 'late') return null;
  const contract = contracts.get(change.journey);
  if (contract === undefined) return null;
  const onMap =
    change.gap.kind === 'not-on-map' || change.gap.step === null ? null : findStep(contract, change.gap.step);
  return onMap?.owner ?? contract.owner;
}

const NEXT = {
  owner: 'name an owner',
  mend: 'decide what to mend',
  keep: 'keep it so',
  offer: 'offer it to all, or put it on the map',
  map: 'decide whether our map should say so',
} as const;

type GapChange = Extract<Change, { kind: 'gap' }>;

function gapWords(change: GapChange, owner: string | null, context: ChangeContext): ChangeWords {
  const { gap, journey, isRarer } = change;
  const contract = context.contracts.get(journey) ?? null;
  const step = gap.step === null || contract === null ? null : findStep(contract, gap.step);
  const since = gap.sinceMs === null ? '' : formatDayNear(gap.sinceMs, context.timeZone, context.todayMs);
  const title = isRarer ? `${rarer(gap, step)} since ${since}` : titleOf(change, step, since);
  return {
    title,
    detail: detailOf(change, title, since, context.isShared ?? false),
    owner,
    next: nextOf(change, owner, contract, context),
  };
}

function titleOf({ gap, tone }: GapChange, step: Step | null, since: string): string {
  const who = counted(gap.people, 'customer');
  const name = `“${step?.title ?? gap.step ?? ''}”`;
  const more = since === '' ? '' : `, more often since ${since}`;
  const activity = `“${gap.activity ?? ''}”`;
  switch (gap.kind) {
    case 'broken':
      return `${name} went wrong for ${who}${more}`;
    case 'we-skipped':
      return `${who} did not get ${name}, though we owe it${more}`;
    case 'partner-skipped':
      return `${who} did not get ${name}, though our partner owes it${more}`;
    case 'late':
      return `${name} came later than promised for ${who}${more}`;
    case 'not-on-map':
      if (tone === 'good') return `Their way is better: ${who}, ${activity}`;
      return tone === 'harm'
        ? `${who} fared worse after ${activity}${more}`
        : `${who}: ${activity}, which is not on our map${more}`;
    case 'customer-skipped':
    case 'shortcut':
      return tone === 'good'
        ? `Their way is better: ${who} did without ${name}`
        : `${who} went without ${name} and fared worse${more}`;
    case 'other-channel':
      return tone === 'good'
        ? `Their way is better: ${who} had ${name} by ${gap.channel ?? 'another way'}`
        : `${who} had ${name} by ${gap.channel ?? 'another way'} and fared worse${more}`;
    case 'repeat':
      return did(`${who} did ${name} more than once`, tone, more);
    case 'other-order':
      return did(`${who} did ${name} earlier or later than planned`, tone, more);
    case 'detour':
      return did(`${who} did ${name} where nobody planned it`, tone, more);
    default:
      return did(`${who} left at ${name}`, tone, more);
  }
}

const did = (what: string, tone: ChangeTone, more: string): string =>
  tone === 'good' ? `Their way is better: ${what}` : `${what} and fared worse${more}`;

/** "“I fly” goes wrong less often". */
function rarer({ kind }: JourneyGap, step: Step | null): string {
  const name = `“${step?.title ?? ''}”`;
  if (kind === 'late') return `${name} is late less often`;
  return kind === 'broken' ? `${name} goes wrong less often` : `${name} is missing less often`;
}

/** What stands below the title: what that says already is not said again. */
function detailOf({ gap }: GapChange, title: string, since: string, isShared: boolean): string {
  const off = gap.kind === 'not-on-map' && !title.includes('not on our map') ? 'Not on our map.' : '';
  const compared = isShared && holdsFew(gap) ? '' : comparedWords(gap.compared);
  const verdict = gap.compared?.verdict === 'no-difference' ? 'No difference seen: ' : '';
  const followed = compared === '' ? '' : `${capital(`${verdict}${compared}`)}.`;
  const share = (part: number): string => formatShare(Math.round(1000 * part), 1000);
  const change =
    gap.change === null
      ? ''
      : `${capital(share(gap.change.before))} before${title.includes(since) ? '' : ` ${since}`}, ${share(gap.change.since)} since.`;
  const isFew = isShared && isSmall(gap.of - gap.people);
  const size =
    gap.change === null && compared === '' && !isFew
      ? `${capital(formatShare(gap.people, gap.of))} to whom it could have happened.`
      : '';
  return [change, followed, size, off].filter((part) => part !== '').join(' ');
}

const isSmall = (n: number): boolean => n > 0 && n < 5;

/** One of the groups of a comparison that is written out has one to four customers. */
function holdsFew({ compared }: JourneyGap): boolean {
  if (compared === null) return false;
  return [compared.with, compared.without].some(({ n, of }) => isSmall(n) || isSmall(of - n));
}

function nextOf(
  change: GapChange,
  owner: string | null,
  contract: JourneyContract | null,
  context: ChangeContext,
): string {
  const { tone, isRarer, decided } = change;
  if (decided?.action === 'watch') return `${decided.actor} watches it`;
  if (owner === null) return NEXT.owner;
  const what = isRarer ? NEXT.keep : tone === 'harm' ? NEXT.mend : tone === 'good' ? NEXT.offer : NEXT.map;
  const day = contract?.review?.nextDay ?? null;
  const when = day === null ? null : Date.parse(`${day}T12:00:00Z`);
  if (when === null || Number.isNaN(when) || when < context.todayMs || isRarer) return what;
  return `${what}, in the review on ${formatDayNear(when, 'UTC', context.todayMs)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
