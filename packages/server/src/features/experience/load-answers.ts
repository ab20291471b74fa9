import { answerEvent, type Event, identityOf, type SurveyAnswer } from '@continuo/core';
import { ANSWERS, type Db, isAnswers, lockWorkspace } from '@continuo/state';
import { insertEvents, insertIdentities } from '@continuo/warehouse';
import { inBuildLane } from '../../platform/build-lane.ts';
import type { Services } from '../../platform/services.ts';
import { isBuiltOf, rebuildRuns } from '../journeys/index.ts';

/** Answers in one go; as many people are rebuilt one by one before a full build is cheaper. */
const ANSWERS_A_GO = 20_000;

/**
 * Brings answers that wait into the numbers: events, then the runs and journeys of those who gave them, then the note that
 * they are loaded. Stopped anywhere it is simply done again: an event counts once. Gives how many were loaded.
 */
export async function loadAnswers(services: Services, workspace: number, signal?: AbortSignal): Promise<number> {
  let all = 0;
  for (;;) {
    const loaded = await inBuildLane(services.warehouse, workspace, () => loadSome(services, workspace, signal));
    all += loaded;
    if (loaded < ANSWERS_A_GO) break;
  }
  if (all > 0) services.changes.tell(workspace);
  return all;
}

async function loadSome(services: Services, workspace: number, signal?: AbortSignal): Promise<number> {
  const { state, warehouse, clock } = services;
  signal?.throwIfAborted();
  const answers = await state.answers.waiting(state.db, workspace, ANSWERS_A_GO);
  if (answers.length === 0) return 0;
  const source = await ensureSource(services, workspace);
  const events = answers.map((answer) => answerEvent(answer, workspace, source));
  const claims = answers.map(({ person }) => [identityOf(workspace, person), person] as const);
  await insertIdentities(warehouse, workspace, claims);
  await insertEvents(warehouse, events);
  await rebuildRuns(services, {
    workspace,
    sources: await state.sources.listComplete(state.db, workspace),
    touched: [...new Set(claims.map(([identity]) => identity))],
    brought: broughtBy(answers, events),
    signal,
  });
  await state.answers.loaded(
    state.db,
    workspace,
    answers.map(({ submission }) => submission),
    clock.now(),
  );
  return answers.length;
}

function broughtBy(answers: readonly SurveyAnswer[], events: readonly Event[]) {
  const names = [...new Set(events.map(({ name }) => name))];
  const channels = [...new Set(answers.map(({ channel }) => channel))];
  const messages = events.map(({ message }) => message);
  return { names, channels, messages, lastMs: answers.reduce((last, { atMs }) => Math.max(last, atMs), 0) };
}

/**
 * The workspace's source of answers, complete from its first moment: what is in it is seen as it comes. Journeys that held
 * all events before hold all of them still, for it is empty when it is made. Call it in the build lane.
 */
export async function ensureSource({ state }: Pick<Services, 'state'>, workspace: number): Promise<number> {
  const find = async (db: Db): Promise<number | undefined> =>
    (await state.sources.list(db, workspace)).find((one) => isAnswers(one) && one.status === 'complete')?.id;
  const known = await find(state.db);
  if (known !== undefined) return known;
  return state.transaction(async (db) => {
    // The build lane is this process's own: another one may have made it meanwhile.
    await lockWorkspace(db, workspace);
    const made = await find(db);
    if (made !== undefined) return made;
    const before = await state.sources.listComplete(db, workspace);
    const { id } = await state.sources.create(db, { workspace, kind: 'collect', name: ANSWERS });
    await state.sources.setStatus(db, { workspace, id, status: 'complete' });
    const live = await state.journeyDefinitions.listOf(db, workspace, 'live');
    const whole = live.filter((one) => isBuiltOf(one, before)).map(({ definition }) => definition);
    await state.journeyDefinitions.hold(db, workspace, whole, [...before, id]);
    return id;
  });
}
