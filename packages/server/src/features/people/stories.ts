import type { Story, StoryPair } from '@continuo/contract';
import {
  formatRunRef,
  type GraphEdge,
  madeUpName,
  maskContacts,
  Problem,
  parseRunRef,
  shortened,
  wordless,
} from '@continuo/core';
import { formatDay } from '@continuo/diagram';
import type { Workspace } from '@continuo/state';
import { type FoundRun, findRun, neighbours, tellingRuns } from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';
import { askQuestion } from '../analysis/index.ts';
import { momentsOfRun } from './moments-of-run.ts';
import { othersOf } from './others.ts';
import { type ToldStory, tellStory, type Usual } from './tell-story.ts';

/** Fewer people than this do not make a habit: no comparison is drawn from them. */
const USUAL_FROM_PEOPLE = 10;

/** One run as a story. Throws `run.unknown` when the reference is no run (any more). */
export async function storyOf(services: Services, workspace: Workspace, reference: string): Promise<Story> {
  const ref = parseRunRef(reference);
  const run = ref && (await findRun(services.warehouse, workspace.id, ref));
  if (!run)
    throw new Problem(
      'run.unknown',
      `There is no journey “${reference}”. Late events may have renumbered it: open it from Customers again.`,
    );
  const usual = await usualOf(services, workspace.id, run.ref.unit);
  const told = await toldOf(services, workspace, run, usual);
  const { previous, next } = await neighbours(services.warehouse, workspace.id, run);
  const { worst, ...rest } = told;
  const turning = worst ?? told.moments.length - 1;
  return {
    ...rest,
    run: reference,
    person: run.ref.person,
    name: madeUpName(BigInt(run.ref.person)),
    title: titleOf(run, told),
    chips: chipsOf(run, told, workspace.timeZone),
    others: await othersOf(services, workspace, told.moments[turning]?.activity ?? null),
    previous: previous && formatRunRef(previous),
    next: next && formatRunRef(next),
    timeZone: workspace.timeZone,
  };
}

/** One of the worst and one of the best stories; null where nothing was felt or done again. */
export async function storyPairOf(services: Services, workspace: Workspace): Promise<StoryPair> {
  const hasCases =
    (await tellingRuns(services.warehouse, workspace.id, { unit: 'case', side: 'worst', limit: 1 })).length > 0;
  const unit = hasCases ? 'case' : 'person';
  const usual: Usual = () => null;
  const [worst, best] = await Promise.all(
    (['worst', 'best'] as const).map(async (side) => {
      const [run] = await tellingRuns(services.warehouse, workspace.id, { unit, side, limit: 1 });
      if (!run) return null;
      const told = await toldOf(services, workspace, run, usual);
      // Without an answer nobody knows that a journey was good; a bad one must at least have been walked twice.
      const isTold =
        side === 'best'
          ? told.moments.some(({ felt }) => felt === 'happy')
          : told.worst !== null || told.costs.some(({ kind }) => kind === 'repeats');
      return isTold ? teaserOf(run, told, side, workspace.timeZone) : null;
    }),
  );
  return { worst: worst ?? null, best: best ?? null };
}

async function toldOf(
  services: Services,
  workspace: Workspace,
  run: FoundRun,
  usual: Usual,
): Promise<ToldStory & { title: string | null }> {
  const { result } = await askQuestion(services, workspace.id, {
    question: 'timeline',
    // A passage is cut at other places than its person's moments: by silence, or by any property.
    scope: run.ref.unit === 'journey' ? { range: { fromMs: Math.max(0, run.startMs), toMs: run.lastMs + 1 } } : {},
    input: { person: run.ref.person, caseKey: run.ref.unit === 'case' ? run.key : null },
  });
  const moments =
    run.ref.unit === 'journey'
      ? momentsOfRun(result.moments, run, await services.state.codes.names(services.state.db, workspace.id, 'activity'))
      : result.moments;
  const { freeText } = await services.switches(workspace.id);
  const title = moments.map((moment) => moment.properties.journey).find((value) => typeof value === 'string');
  return {
    ...tellStory({
      moments: freeText ? moments : moments.map(wordless),
      ...{ usual, timeZone: workspace.timeZone, todayMs: services.clock.now() },
    }),
    title: (title as string | undefined) ?? null,
  };
}

async function usualOf(services: Services, workspace: number, unit: FoundRun['ref']['unit']): Promise<Usual> {
  // How long it takes elsewhere does not depend on where a journey is cut.
  const { result } = await askQuestion(services, workspace, {
    question: 'path-graph',
    scope: { unit: unit === 'case' ? 'case' : 'person' },
  });
  const edges = new Map<string, GraphEdge>(result.edges.map((edge) => [`${edge.from}\0${edge.to}`, edge]));
  return (from, to) => {
    const edge = edges.get(`${from}\0${to}`);
    return edge && edge.people >= USUAL_FROM_PEOPLE ? edge : null;
  };
}

function titleOf(run: FoundRun, told: { readonly title: string | null }): string {
  const name = madeUpName(BigInt(run.ref.person));
  return told.title ? `${name} ${maskContacts(told.title)}` : name;
}

function chipsOf(run: FoundRun, told: ToldStory, timeZone: string): Story['chips'] {
  const values = Object.values(run.attributes).slice(0, 1);
  return [
    ...values.map((text) => ({ text: maskContacts(text), tone: 'plain' as const })),
    { text: periodOf(run, told, timeZone), tone: 'plain' as const },
    ...(told.worst === null ? [] : [{ text: 'this hurt', tone: 'harm' as const }]),
  ];
}

function periodOf(run: FoundRun, told: ToldStory, timeZone: string): string {
  const first = told.moments[0]?.day ?? formatDay(run.startMs, timeZone);
  const last = told.moments.at(-1)?.day ?? formatDay(run.lastMs, timeZone);
  return first === last ? first : `${first} to ${last}`;
}

function teaserOf(
  run: FoundRun,
  told: ToldStory,
  side: 'worst' | 'best',
  timeZone: string,
): NonNullable<StoryPair['worst']> {
  const spoken = told.moments.filter((moment) => moment.quote !== null);
  const turning =
    side === 'worst' ? told.moments[told.worst ?? -1] : told.moments.find((moment) => moment.tone === 'best');
  const quote =
    turning?.quote ?? spoken.find((moment) => moment.felt === (side === 'worst' ? 'unhappy' : 'happy'))?.quote ?? null;
  const costs = told.costs.slice(0, 3).map((cost) => `${cost.value} ${cost.words}`);
  const path = [...new Set(told.moments.map(({ activity }) => activity))].slice(0, 4).join(', ');
  const wordless = (side === 'best' ? told.stands : turning?.says) ?? told.moments[0]?.says ?? '';
  return {
    run: formatRunRef(run.ref),
    name: madeUpName(BigInt(run.ref.person)),
    headline: quote === null ? wordless : `“${shortened(quote)}”`,
    body: side === 'worst' ? (costs.length > 0 ? `${costs.join(', ')}.` : path) : ((quote && told.wentWell) ?? path),
    when: told.moments[0]?.day ?? formatDay(run.startMs, timeZone),
  };
}
