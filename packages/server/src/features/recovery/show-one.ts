import type { Callback, CallbackCause } from '@continuo/contract';
import { type JourneyContract, maskContacts, placedSteps, shownWords } from '@continuo/core';
import type { CallbackMoment, CauseCount, StoredCallback, Workspace } from '@continuo/state';
import { sightingsOf } from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';
import { askLink } from './ask.ts';
import { contextOf } from './context.ts';
import { mapsOf, stepOf } from './landing.ts';
import { recoveryClock } from './recovery-clock.ts';
import { entryOf } from './show.ts';
import { rulesOf } from './starters.ts';
import { namesOf } from './who-works.ts';
import { logWords } from './words.ts';

const MOST_ACTIONS = 20;
const ALL_TIME = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };

/** A call-back with everything that a person who works on it wants to know. Throws `callback.unknown`. */
export async function shownCallback(
  services: Services,
  { id: workspace, timeZone }: Workspace,
  id: number,
): Promise<Callback> {
  const { state } = services;
  const callback = await state.callbacks.get(state.db, workspace, id);
  const [{ nowMs }, switches, nameOf, rules, maps, log, moments, actions, closed] = await Promise.all([
    recoveryClock(services, workspace),
    services.switches(workspace),
    namesOf(services),
    rulesOf(services, workspace),
    mapsOf(services, workspace),
    state.callbackLog.list(state.db, workspace, id),
    state.callbacks.moments(state.db, workspace, id),
    state.callbacks.actions(state.db, workspace, MOST_ACTIONS),
    state.callbacks.causes(state.db, workspace, ALL_TIME),
  ]);
  /** What customers wrote: not where free text is off, and never with their address or number, which is asked for and written down. */
  const said = (text: string): string => (switches.freeText ? maskContacts(text) : '');
  const quotes = switches.freeText ? await quotesOf(services, workspace, moments) : new Map<string, string>();
  const suggested = [...moments].reverse().find(({ journey, step }) => journey !== null && step !== null);
  return {
    ...entryOf(callback, moments.length, { nowMs, isPersonal: switches.personLevel, nameOf }),
    log: log.map((entry) => ({
      atMs: entry.atMs,
      kind: entry.kind,
      note: entry.kind === 'noted' ? (entry.facts.note as Callback['log'][number]['note']) : null,
      says: logWords(entry, { nameOf, rules, maps, timeZone }),
      text: entry.kind === 'answered' ? said(entry.text) : entry.text,
      // "Taken by" says already who it was.
      by: entry.userId === null || entry.kind === 'taken' ? null : nameOf(entry.userId),
    })),
    momentsSeen: moments.map(({ journey, step, timeMs, rule, why, what, channel, message, identity, removedMs }) => {
      const found = journey === null || step === null ? null : stepOf(maps, journey, step);
      return {
        ...{ timeMs, rule, why, what, channel, removedMs, quote: quotes.get(`${identity} ${message}`) ?? null },
        step: found === null ? null : { journey: found.map.key, step: found.step.id, title: found.step.title },
      };
    }),
    cause: callback.cause,
    action: callback.action,
    suggestedCause:
      suggested?.journey && suggested.step ? { kind: 'step', journey: suggested.journey, step: suggested.step } : null,
    causes: causesOf(maps, closed),
    actions: [...actions],
    ask: switches.personLevel ? askOf(services, callback, said(callback.answerWhy)) : null,
    line: contextOf(callback, log, moments.length).line,
    answerDueMs: callback.answerDueMs,
    answeredMs: callback.answeredMs,
  };
}

/** What customers said with these moments, contact details masked. */
async function quotesOf(
  { warehouse, state }: Services,
  workspace: number,
  moments: readonly CallbackMoment[],
): Promise<ReadonlyMap<string, string>> {
  const events = moments
    .filter(({ message }) => /^\d+$/.test(message))
    .map(({ identity, message }) => ({ identity: BigInt(identity), message: BigInt(message) }));
  const sources = await state.sources.listComplete(state.db, workspace);
  const found = await sightingsOf(warehouse, { workspace, sources }, events);
  return new Map(
    found
      .filter(({ text }) => text !== '')
      .map(({ identity, message, text }) => [`${identity} ${message}`, shownWords(text)]),
  );
}

/** Every step of every map, and at the end what is on none, each with how often it was the cause. */
export function causesOf(maps: readonly JourneyContract[], closed: readonly CauseCount[]): CallbackCause[] {
  const count = (journey: string | null, step: string | null): number =>
    closed.find(({ cause }) =>
      cause.kind === 'step' ? cause.journey === journey && cause.step === step : journey === null,
    )?.n ?? 0;
  const steps = maps.flatMap((map) =>
    placedSteps(map).map(
      ({ step }): CallbackCause => ({
        cause: { kind: 'step', journey: map.key, step: step.id },
        ...{
          journeyTitle: map.title,
          title: step.title,
          owner: step.owner ?? map.owner,
          closed: count(map.key, step.id),
        },
      }),
    ),
  );
  const offMap = { journeyTitle: '', title: 'Not on our map', owner: null, closed: count(null, null) };
  return [...steps, { cause: { kind: 'off-map' }, ...offMap }];
}

function askOf(services: Services, callback: StoredCallback, why: string): Callback['ask'] {
  const { askMs, askedMs, isMailed, answer } = callback;
  if (askMs === null && askedMs === null) return null;
  return {
    atMs: askedMs ?? askMs ?? 0,
    isMailed: askedMs === null ? null : (isMailed ?? false),
    link: askedMs === null ? null : askLink(services, callback),
    answer,
    why: why === '' ? null : why,
  };
}
