import { type Home, type HomeChange, type HomeJourney, includesRole, type Loved, type Role } from '@continuo/contract';
import {
  behindGap,
  type Change,
  type LovedMoment,
  mostLoved,
  needsMost,
  shortened,
  type Waiting,
  waitingFor,
  whatChanged,
} from '@continuo/core';
import { type ChangeContext, changeWords, formatShare } from '@continuo/diagram';
import type { Workspace } from '@continuo/state';
import { callbackListOf, recoveryClock } from '../recovery/index.ts';
import { type FoundJourney, type Gathering, isCounting } from './gathering.ts';
import { alertChange, answeredSays, contextOf, gapsOf, lovedOf, openAlerts } from './happenings.ts';
import { waitingWords } from './home-words.ts';
import { Patience } from './patience.ts';
import { isNewVisit, visitBefore, visitOf } from './visits.ts';

/** A page waits this long for what is not counted yet, ms: with the rest it stays under two seconds on any data. */
const PATIENCE_MS = 1200;
const MOST_JOURNEYS = 5;
const MOST_LOVED = 3;

export interface HomeReader {
  readonly workspace: Workspace;
  readonly role: Role;
  /** 0: whoever sits at this machine. */
  readonly user: number;
}

/** Home as this reader may see it. What is not counted within its patience is counted on, and said to be. */
export async function homeOf(gathering: Gathering, reader: HomeReader): Promise<Home> {
  const { services } = gathering;
  const { state, clock } = services;
  const { workspace, user } = reader;
  const patience = new Patience(PATIENCE_MS);
  const [{ nowMs }, visit, build] = await Promise.all([
    recoveryClock(services, workspace.id),
    visitOf(services, workspace.id, user),
    state.builds.last(state.db, workspace.id),
  ]);
  const all = await gathering.journeys(workspace, patience);
  const journeys = needsMost(all, MOST_JOURNEYS);
  const gaps = await gapsOf(gathering, workspace, journeys, patience);
  const loved = await lovedOf(gathering, workspace, journeys, patience);
  const stories = await patience.wait(() => gathering.stories(workspace));
  const answered = await answeredSays(gathering, workspace, journeys, patience);
  const alerts = await openAlerts(services, workspace, clock.now());
  const calls = await callbackListOf(services, workspace, { tab: 'past-due', me: user, most: 1, afterId: null });
  const before = visitBefore(visit, clock.now());
  const changes = whatChanged({ journeys: gaps, alerts: alerts.map(alertChange), late: calls.counts['past-due'] });
  return {
    ...{ nowMs, timeZone: workspace.timeZone },
    seen: {
      lastMs: before?.lastMs ?? null,
      hasNewData: before === null || (build?.builtMs ?? 0) > before.lastMs,
      isNew: isNewVisit(visit, clock.now()),
    },
    waiting: waitingHere(reader, all, nowMs, {
      alerts: alerts.filter(({ acknowledged }) => acknowledged === null),
      calls,
    }).map(waitingWords),
    changes: changes.map((change) => changeOf(change, contextOf(all, workspace, nowMs), before?.changes ?? null)),
    loved: { moments: mostLoved(loved.moments, MOST_LOVED).map(lovedShown), rule: loved.rule },
    stories: stories === null ? null : { worst: stories.worst, best: stories.best },
    journeys: journeys.map(journeyShown),
    journeysInAll: all.length,
    answered,
    isCounting: patience.isOver || all.some(isCounting),
  };
}

function waitingHere(
  { role, workspace }: HomeReader,
  journeys: readonly FoundJourney[],
  nowMs: number,
  {
    alerts,
    calls,
  }: {
    readonly alerts: Awaited<ReturnType<typeof openAlerts>>;
    readonly calls: Awaited<ReturnType<typeof callbackListOf>>;
  },
): readonly Waiting[] {
  const { counts, items } = calls;
  const [longest] = items;
  const pastMs = longest === undefined ? 0 : nowMs - longest.dueMs;
  const name = longest?.person == null ? null : longest.name;
  return waitingFor({
    alerts: alerts.map(({ id, name: title, says }) => ({ id: String(id), title, detail: says })),
    callbacks: includesRole(role, 'operator')
      ? {
          ...{ mine: counts.mine, pastDue: counts['past-due'], unassigned: counts.unassigned },
          longest: name === null ? null : { name, pastMs },
        }
      : null,
    reviews: journeys.flatMap(({ key, title, entry }) => {
      const day = entry.review?.nextDay ?? null;
      return day === null ? [] : [{ journey: key, title, day }];
    }),
    drafts: includesRole(role, 'editor')
      ? journeys
          .filter(({ entry }) => entry.hasChanges)
          .map(({ key, entry }) => ({ journey: key, title: entry.title, isNew: entry.version === null }))
      : [],
    nowMs,
    timeZone: workspace.timeZone,
  });
}

/** A change as Home shows it. `known` null: the reader was never here, so nothing is new. */
function changeOf(change: Change, context: ChangeContext, known: readonly string[] | null): HomeChange {
  const id = idOf(change);
  const words = changeWords(change, context);
  const behind = change.kind === 'gap' ? behindGap(change.gap) : null;
  return {
    ...{ id, tone: change.tone, ...words, people: change.people, link: linkOf(change) },
    behind: change.kind === 'gap' && behind !== null ? { journey: change.journey, behind: behind as never } : null,
    isNew: known !== null && !known.includes(id),
  };
}

function idOf(change: Change): string {
  if (change.kind === 'gap') return `${change.journey}/${change.gap.id}`;
  return change.kind === 'alert' ? `alert/${change.alert.id}` : 'late';
}

function linkOf(change: Change): HomeChange['link'] {
  if (change.kind === 'gap') return { to: 'gap', journey: change.journey, gap: change.gap.id };
  return change.kind === 'alert' ? { to: 'alert', id: change.alert.id } : { to: 'callbacks', tab: 'past-due' };
}

/** A loved moment with its count in words. */
export function lovedShown({ journey, title, quote, happy, answered, owner }: LovedMoment): Loved {
  const says = `${formatShare(happy, answered)} happy`;
  return { ...{ journey, title, happy, answered, says, owner }, quote: quote && shortened(quote.text) };
}

function journeyShown(found: FoundJourney): HomeJourney {
  const { key, title, contract, entry, status, words, people, facts, lived } = found;
  const isConnected = entry.connected > 0;
  const why = isConnected
    ? `Cannot be known yet: ${words === 'not published' ? 'the map is not published' : `it is ${words}`}.`
    : `Cannot be known yet: none of its ${entry.steps} steps is connected.`;
  return {
    ...{ key, title, owner: contract.owner, status, words, people, isConnected },
    facts: facts.map(({ key: fact, label, status: stands, value, note, voices, figure }) => ({
      ...{ key: fact, label, status: stands, value, note },
      voices: voices && { unhappy: voices.unhappy.n, neutral: voices.neutral.n, happy: voices.happy.n },
      behind: (figure?.behind ?? null) as never,
    })),
    unknown: lived === null ? why : null,
  };
}
