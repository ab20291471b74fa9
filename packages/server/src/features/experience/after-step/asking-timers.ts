import { type AskAfterOutcome, heldAfter } from '@continuo/core';
import { ASK_TIMER, type Db, type SurveyMoment, type Timer } from '@continuo/state';
import { personOf } from '@continuo/warehouse';
import type { Services } from '../../../platform/services.ts';
import { type Reached, reach } from '../../people/index.ts';
import { askByMail, type Recipient } from '../send.ts';

/** People a transaction. The timer is set again for those behind them. */
const A_GO = 50;

interface ToAsk {
  readonly moment: SurveyMoment;
  /** Unsigned 64-bit integer as text: whom the id belongs to now. */
  readonly number: string;
  readonly reached: Reached;
}

/** Asks those whose time has come after a step, by the same road as lists of addresses. */
export function askingTimers(services: Services): void {
  services.timers.on(
    ASK_TIMER,
    (timer, db, people: readonly ToAsk[]) => askThese(services, db, timer, people),
    (timer) => whoIsDue(services, timer),
  );
}

async function whoIsDue(services: Services, { workspace, key }: Timer): Promise<readonly ToAsk[]> {
  const { state, warehouse, clock, switches } = services;
  if (!(await switches(workspace)).personLevel) return [];
  const due = await state.surveyMoments.due(state.db, { workspace, survey: key }, clock.now(), A_GO);
  const people: ToAsk[] = [];
  for (const moment of due) {
    const number = String(await personOf(warehouse, workspace, BigInt(moment.identity)));
    people.push({ moment, number, reached: await reach(services, workspace, number) });
  }
  return people;
}

async function askThese(
  services: Services,
  db: Db,
  { workspace, key }: Timer,
  people: readonly ToAsk[],
): Promise<void> {
  const { state, clock } = services;
  const ref = { workspace, survey: key };
  const stored = await state.surveys.find(db, workspace, key);
  const { personLevel } = await state.switches.get(db, workspace);
  if (stored === null || stored.asksSinceMs === null || !personLevel) return state.surveyMoments.stop(db, ref);
  const recipients: (Recipient & ToAsk)[] = [];
  const ended = async (moment: SurveyMoment, outcome: AskAfterOutcome) => {
    await state.surveyMoments.end(db, ref, moment, outcome);
  };
  for (const one of people) {
    const { moment, reached } = one;
    const isHelped = await isBeingHelped(services, db, workspace, one);
    const nowMs = clock.now();
    const why = heldAfter({
      ...{ dueMs: moment.dueMs, nowMs, isHelped },
      ...{ hasAddress: reached.to !== null, hasMail: services.outbox.hasMail },
    });
    if (why !== null) await ended(moment, why);
    else
      recipients.push({
        ...one,
        email: reached.to ?? '',
        person: moment.person,
        language: reached.language,
        aliases: reached.ids,
      });
  }
  const asking = { workspace, survey: stored.survey, isRehearsal: false };
  const outcomes = await askByMail(services, db, asking, recipients);
  for (const { who, ...outcome } of outcomes)
    await ended(
      who.moment,
      'why' in outcome ? (outcome.why === 'twice in the list' ? 'waits already' : outcome.why) : 'asked',
    );
  const asked = outcomes.filter((outcome) => 'invitation' in outcome).length;
  if (asked > 0)
    await state.audit.append(db, workspace, {
      ...{ atMs: clock.now(), actor: 'system', action: 'survey.ask', thing: `survey ${key}` },
      details: { invited: asked },
    });
  await state.surveyMoments.wakeAtNext(db, ref);
}

/** A call-back of theirs is open, under whichever of their ids. */
async function isBeingHelped(
  { state }: Services,
  db: Db,
  workspace: number,
  { moment, number }: ToAsk,
): Promise<boolean> {
  const open =
    (await state.callbacks.openOf(db, workspace, number)) ??
    (await state.callbacks.openOfIdentities(db, workspace, [moment.identity, number]));
  return open !== null;
}
