import type { TeamCard } from '@continuo/contract';
import {
  answeredOf,
  type JourneyMap,
  mostLoved,
  NO_VOICES,
  Problem,
  placedSteps,
  whatChanged,
  worstOf,
} from '@continuo/core';
import {
  changeOwner,
  changeWords,
  counted,
  formatCount,
  formatDateTime,
  formatShare,
  STATUS_WORDS,
  stepStatus,
} from '@continuo/diagram';
import { STAFF_GROUP_SIZE, type Workspace } from '@continuo/state';
import encodeQr from 'qr';
import type { FoundJourney, Gathering, MappedJourney } from './gathering.ts';
import { contextOf, gapsOf, lovedOf } from './happenings.ts';
import { teamsOf } from './material.ts';
import { Patience } from './patience.ts';
import { staffUrl } from './staff-pages.ts';

const MOST_ANSWERS = 55;
/** Fewer customers than this are not counted out on what hangs on a wall. */
const SHARED_FROM = 5;
type Touchpoint = TeamCard['touchpoints'][number];

/** Teams that are named on maps, with how many steps each answers for. */
export async function teamList(gathering: Gathering, workspace: Workspace) {
  const maps = await gathering.maps(workspace);
  return teamsOf(maps)
    .map((team) => ({ team, touchpoints: maps.reduce((sum, one) => sum + stepsOf(one, team).length, 0) }))
    .filter(({ touchpoints }) => touchpoints > 0);
}

/** What a team touches, on one page: what customers got there, how it felt, one thing loved, one to mend. Throws `team.unknown`. */
export async function teamCardOf(gathering: Gathering, workspace: Workspace, team: string): Promise<TeamCard> {
  const { services } = gathering;
  const { state, clock } = services;
  const patience = new Patience(null);
  const all = await gathering.journeys(workspace, patience);
  if (!teamsOf(all).includes(team)) throw new Problem('team.unknown', `No map names a team “${team.slice(0, 80)}”.`);
  const journeys = all.filter((journey) => stepsOf(journey, team).length > 0);
  const gaps = await gapsOf(gathering, workspace, journeys, patience);
  const { moments } = await lovedOf(
    gathering,
    workspace,
    journeys.filter(({ lived }) => lived !== null),
    patience,
  );
  const context = contextOf(all, workspace, clock.now());
  const worst = worstOf(
    whatChanged({ journeys: gaps, alerts: [], late: 0 }, Number.MAX_SAFE_INTEGER).filter(
      (change) => changeOwner(change, context.contracts) === team,
    ),
  );
  const [loved] = mostLoved(
    moments.filter(({ owner }) => owner === team),
    1,
  );
  const link = staffUrl(services, { workspace: workspace.id, team });
  const { freeText } = await services.switches(workspace.id);
  const answers = freeText ? await state.staffAnswers.shown(state.db, workspace.id, team, MOST_ANSWERS) : [];
  const build = await state.builds.last(state.db, workspace.id);
  return {
    ...{ team, workspace: workspace.name, link, qr: encodeQr(link, 'svg') },
    touchpoints: journeys.flatMap((journey) => touchpointsOf(journey, team)),
    loved: loved === undefined ? null : `${loved.quote === null ? '' : `“${loved.quote.text}” `}${loved.title}`,
    mend: worst === null ? null : changeWords(worst, { ...context, isShared: true }).title,
    staff: { answers: [...answers], says: staffSays(answers.length, freeText) },
    dataUpTo: build === null ? '' : `Data up to ${formatDateTime(build.dataAsOfMs, workspace.timeZone)}.`,
  };
}

function staffSays(shown: number, freeText: boolean): string {
  if (!freeText) return 'What people wrote is not shown: an admin has switched free text off.';
  return shown === 0
    ? `What colleagues say is shown when at least ${STAFF_GROUP_SIZE} have answered.`
    : `${counted(shown, 'answer')}, in no order; newer ones come ${STAFF_GROUP_SIZE} at a time.`;
}

function stepsOf({ contract }: MappedJourney, team: string) {
  return placedSteps(contract)
    .map(({ step }) => step)
    .filter(({ owner }) => (owner ?? contract.owner) === team);
}

function touchpointsOf(journey: FoundJourney, team: string): readonly Touchpoint[] {
  return stepsOf(journey, team).map(({ id, title }) => {
    const lived = journey.lived?.steps.find(({ step }) => step === id) ?? null;
    const status = stepStatus(lived);
    return {
      ...{ journey: journey.key, journeyTitle: journey.title, step: id, title, status, words: STATUS_WORDS[status] },
      ...{ got: gotWords(lived), ...feltWords(lived) },
    };
  });
}

type LivedStep = JourneyMap['steps'][number];

function gotWords(lived: LivedStep | null): string {
  if (lived === null || !lived.isConnected) return 'Not connected to data yet.';
  const due = Math.max(lived.due, lived.people);
  if (due < SHARED_FROM) return 'Fewer than five customers came here.';
  const had = `${formatCount(lived.people)} of ${counted(due, 'customer')} had it`;
  if (lived.harmed === 0) return `${had}, none was hurt here.`;
  const hurt = lived.harmed < SHARED_FROM ? 'fewer than five were' : `${formatCount(lived.harmed)} were`;
  return `${had}; ${hurt} hurt here: it went wrong, came late, or they said so.`;
}

function feltWords(lived: LivedStep | null): Pick<Touchpoint, 'voices' | 'felt'> {
  const voices = lived?.voices ?? NO_VOICES;
  const answered = answeredOf(voices);
  if (answered === 0) return { voices: NO_VOICES, felt: 'Nobody answered.' };
  if (answered < SHARED_FROM) return { voices: NO_VOICES, felt: 'Fewer than five answered.' };
  const isFew = (n: number): boolean => n > 0 && n < SHARED_FROM;
  const { unhappy, neutral, happy } = voices;
  const felt = isFew(unhappy)
    ? `Fewer than five of ${counted(answered, 'customer')} who answered were unhappy.`
    : isFew(answered - unhappy)
      ? `Most of ${counted(answered, 'customer')} who answered were unhappy.`
      : `${formatShare(unhappy, answered)} who answered were unhappy.`;
  return { voices: [unhappy, neutral, happy].some(isFew) ? NO_VOICES : voices, felt };
}
