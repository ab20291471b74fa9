import type { CallbackMeasures, Letter, LetterPart, LetterScope } from '@continuo/contract';
import {
  betterOf,
  type Change,
  decisionWanted,
  mondayOf,
  mostLoved,
  placedSteps,
  shortened,
  whatChanged,
  worstOf,
} from '@continuo/core';
import {
  changeOwner,
  changeWords,
  counted,
  formatCount,
  formatDateTime,
  formatDay,
  formatShare,
} from '@continuo/diagram';
import type { Workspace } from '@continuo/state';
import type { FoundJourney, MappedJourney } from './gathering.ts';
import { alertChange } from './happenings.ts';
import { LETTER_WORDS as WORDS } from './letter-words.ts';
import { type Material, teamsOf } from './material.ts';

/** Fewer customers than this are not counted out in what is shared. */
const SHARED_FROM = 5;
const ALL = Number.MAX_SAFE_INTEGER;

/** The letter of a week about a scope: one story, one thing worse, one better, one loved, call-backs late, one decision wanted. */
export function writeLetter(material: Material, scope: LetterScope, week: number, madeMs: number): Letter {
  const { workspace, dataUpToMs } = material;
  const about = aboutOf(material, scope);
  const monday = mondayOf(week);
  const changes = changesOf(material, scope);
  return {
    ...{ week: monday, scope, about, madeMs, workspace: workspace.name },
    title: WORDS.title(about, formatDay(Date.parse(monday), 'UTC')),
    lead: leadOf(material, scope),
    parts: [
      storyPart(material, scope),
      changePart('worse', worstOf(changes), material),
      changePart('better', betterOf(changes), material),
      lovedPart(material, scope),
      latePart(lateOf(material, scope), scope.kind === 'workspace' ? material.callbacks : null),
      decisionPart(changes, lateOf(material, scope), material),
    ],
    foot: WORDS.foot(dataUpToMs === null ? null : formatDateTime(dataUpToMs, workspace.timeZone)),
  };
}

/** One of its two groups has one to four customers. */
function tellsFew({ n, of }: { readonly n: number; readonly of: number | null }): boolean {
  return [n, (of ?? n) - n].some((people) => people > 0 && people < SHARED_FROM);
}

/** What a scope is called. */
export function aboutOf(
  { workspace, journeys }: { readonly workspace: Workspace; readonly journeys: readonly MappedJourney[] },
  scope: LetterScope,
): string {
  if (scope.kind === 'workspace') return workspace.name;
  return scope.kind === 'team' ? scope.key : (journeys.find(({ key }) => key === scope.key)?.title ?? scope.key);
}

function changesOf({ gaps, alerts, context }: Material, scope: LetterScope): readonly Change[] {
  const isOurs = (owner: string | null): boolean => scope.kind !== 'team' || owner === scope.key;
  return whatChanged(
    {
      journeys: gaps
        .filter(({ journey }) => scope.kind !== 'journey' || journey === scope.key)
        .map((of) => ({
          ...of,
          gaps: of.gaps.filter((gap) => isOurs(changeOwner(asChange(of.journey, gap), context.contracts))),
        })),
      alerts: alerts
        .filter(({ owner, measured }) =>
          scope.kind === 'journey' ? 'journey' in measured && measured.journey === scope.key : isOurs(owner),
        )
        // Days of few customers are not counted out in what is shared.
        .map((alert) => ({
          ...alertChange(alert),
          detail: WORDS.unusual(formatDay(alert.sinceMs, context.timeZone)),
        })),
      late: 0,
    },
    ALL,
  );
}

function asChange(journey: string, gap: Extract<Change, { kind: 'gap' }>['gap']): Change {
  return { kind: 'gap', tone: 'harm', people: gap.people, journey, gap, isRarer: false, decided: null };
}

function lateOf({ late, journeys }: Material, scope: LetterScope): number {
  const of = (teams: Iterable<string | null>): number =>
    [...new Set(teams)].reduce((sum, team) => sum + (late.get(team) ?? 0), 0);
  if (scope.kind === 'workspace') return of(late.keys());
  return of(scope.kind === 'team' ? [scope.key] : teamsOf(journeys.filter(({ key }) => key === scope.key)));
}

function leadOf({ journeys }: Material, scope: LetterScope): string {
  if (scope.kind === 'journey') {
    const journey = journeys.find(({ key }) => key === scope.key);
    const known =
      journey?.facts.filter(({ key, figure }) => figure !== null && (key === 'steady' || !tellsFew(figure))) ?? [];
    return known.length === 0 ? WORDS.notKnown(journey?.words ?? 'not known') : known.map(factWords).join(' ');
  }
  const ours = journeys.filter((one) => scope.kind === 'workspace' || teamsOf([one]).includes(scope.key));
  const count = (status: FoundJourney['status']): number => ours.filter((one) => one.status === status).length;
  return WORDS.standing(ours.length, count('alert'), count('good'));
}

/** "Got what they came for: 92 of 100."; of steadiness the count alone would not say of what. */
function factWords({ key, label, value, note }: FoundJourney['facts'][number]): string {
  return `${label.replace(/\?$/, '')}: ${key === 'steady' ? `${value} ${note}` : value}.`;
}

function storyPart({ stories, journeys }: Material, scope: LetterScope): LetterPart {
  const plain = { kind: 'story', heading: WORDS.story, owner: null, next: '', path: null } as const;
  if (scope.kind === 'workspace') {
    const worst = stories?.worst;
    return worst
      ? { ...plain, text: worst.headline, detail: `${WORDS.oneCustomer} ${worst.body}` }
      : { ...plain, text: WORDS.noStory, detail: '' };
  }
  const said = journeys
    .filter(({ key }) => scope.kind === 'team' || key === scope.key)
    .flatMap(({ contract, lived }) =>
      lived === null
        ? []
        : placedSteps(contract)
            .filter(({ step }) => scope.kind === 'journey' || (step.owner ?? contract.owner) === scope.key)
            .map(({ step }) => ({ step, lived: lived.steps.find((one) => one.step === step.id) })),
    )
    .sort((a, b) => (b.lived?.harmed ?? 0) - (a.lived?.harmed ?? 0))
    .flatMap(({ step, lived }) =>
      (lived?.comments ?? []).filter(({ felt }) => felt === 'unhappy').map(({ text }) => ({ text, title: step.title })),
    );
  const [first] = said;
  if (first === undefined) return { ...plain, text: WORDS.noStory, detail: '' };
  return { ...plain, text: `“${first.text}”`, detail: WORDS.at(first.title) };
}

function changePart(kind: 'worse' | 'better', change: Change | null, { context }: Material): LetterPart {
  const heading = WORDS[kind];
  if (change === null) return { kind, heading, text: WORDS.none[kind], detail: '', owner: null, next: '', path: null };
  const { title, detail, owner, next } = changeWords(change, { ...context, isShared: true });
  return { ...{ kind, heading, text: title, detail, owner, next }, path: pathOf(change) };
}

function pathOf(change: Change): string | null {
  if (change.kind === 'gap') return `journeys/${change.journey}/gaps?gap=${encodeURIComponent(change.gap.id)}`;
  return change.kind === 'alert' ? 'alerts' : 'callbacks?tab=past-due';
}

function lovedPart({ loved }: Material, scope: LetterScope): LetterPart {
  const ours = loved.filter(
    ({ journey, owner }) =>
      scope.kind === 'workspace' || (scope.kind === 'journey' ? journey === scope.key : owner === scope.key),
  );
  const [moment] = mostLoved(ours, 1);
  const plain = { kind: 'loved', heading: WORDS.loved, next: '' } as const;
  if (moment === undefined) return { ...plain, text: WORDS.none.loved, detail: '', owner: null, path: null };
  const { quote, title, happy, answered, owner } = moment;
  const others = answered - happy;
  const says =
    others > 0 && others < SHARED_FROM
      ? WORDS.mostHappy(answered)
      : `${formatShare(happy, answered)} who answered were happy.`;
  const text = quote === null ? title : `“${shortened(quote.text)}”`;
  return { ...plain, text, detail: quote === null ? says : `${title}. ${says}`, owner, path: 'feedback/loved' };
}

/** `callbacks` null: counted only for the whole workspace. */
function latePart(late: number, callbacks: CallbackMeasures | null): LetterPart {
  const text =
    late === 0
      ? WORDS.none.late
      : late < SHARED_FROM
        ? WORDS.fewLate
        : `${counted(late, 'customer')} wait longer for our call than we promised.`;
  const detail = callbacks === null ? '' : callbackWords(callbacks);
  const path = late > 0 ? 'callbacks?tab=past-due' : detail === '' ? null : 'callbacks';
  return { kind: 'late', heading: WORDS.late, text, detail, owner: null, next: '', path };
}

/** How call-backs went in four weeks; groups of one to four are not counted out, nor those left beside them. */
function callbackWords({ opened, answered, putRight }: CallbackMeasures): string {
  if (opened < SHARED_FROM) return '';
  const { asked, unanswered, yes } = putRight;
  const said = asked - unanswered;
  return [
    WORDS.opened(formatCount(opened), sharedShare(answered.inTime, opened)),
    ...(said < SHARED_FROM ? [] : [WORDS.putRight(sharedShare(yes, said))]),
  ].join(' ');
}

function sharedShare(n: number, of: number): string {
  if (n === 0) return WORDS.shares.none;
  if (n === of) return WORDS.shares.all;
  if (n < SHARED_FROM) return WORDS.shares.few;
  return of - n < SHARED_FROM ? WORDS.shares.most : `${formatCount(n)} of ${formatCount(of)}`;
}

function decisionPart(changes: readonly Change[], late: number, { context }: Material): LetterPart {
  const plain = { kind: 'decision', heading: WORDS.decision, detail: '', next: '' } as const;
  const told: readonly Change[] = late > 0 ? [...changes, { kind: 'late', tone: 'harm', people: late }] : changes;
  const decision = decisionWanted(told, (change) => changeOwner(change, context.contracts));
  if (decision === null) return { ...plain, text: WORDS.none.decision, owner: null, path: null };
  if (decision.kind === 'help-late')
    return { ...plain, text: WORDS.decide['help-late'], owner: null, path: 'callbacks?tab=past-due' };
  const { title, owner } = changeWords(decision.change, { ...context, isShared: true });
  return { ...plain, text: WORDS.decide[decision.kind], detail: `${title}.`, owner, path: pathOf(decision.change) };
}
