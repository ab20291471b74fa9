import type { Story, StoryPair } from '@continuo/contract';
import {
  formatRunRef,
  type GraphEdge,
  type Moment,
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
import { isAnswer } from './is-answer.ts';
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
  const { worst: _, turning, ...rest } = told;
  return {
    ...rest,
    run: reference,
    person: run.ref.person,
    name: madeUpName(BigInt(run.ref.person)),
    title: titleOf(run, told),
    chips: chipsOf(run, told, workspace.timeZone),
    others: await othersOf(services, workspace, turning),
    previous: previous && formatRunRef(previous),
    next: next && formatRunRef(next),
    timeZone: workspace.timeZone,
  };
}

/** So many are read for one in the customer's own words; a good one is told without, too. */
const READ_FOR_WORDS = { worst: 3, best: 1 } as const;

/** One of the worst and one of the best stories, the bad one in the customer's own words if it can be; null where nothing was felt or done again. */
export async function storyPairOf(services: Services, workspace: Workspace): Promise<StoryPair> {
  const hasCases =
    (await tellingRuns(services.warehouse, workspace.id, { unit: 'case', side: 'worst', limit: 1 })).length > 0;
  const unit = hasCases ? 'case' : 'person';
  const usual: Usual = () => null;
  const [worst, best] = await Promise.all(
    (['worst', 'best'] as const).map(async (side) => {
      const runs = await tellingRuns(services.warehouse, workspace.id, { unit, side, limit: READ_FOR_WORDS[side] });
      let first: NonNullable<StoryPair['worst']> | null = null;
      for (const run of runs) {
        const told = await toldOf(services, workspace, run, usual);
        // Without an answer nobody knows that a journey was good; a bad one must at least have been walked twice.
        const isTold =
          side === 'best'
            ? told.moments.some(({ felt }) => felt === 'happy')
            : told.worst !== null || told.costs.some(({ kind }) => kind === 'repeats');
        if (!isTold) continue;
        const teaser = teaserOf(run, told, side, workspace.timeZone);
        if (quoteOf(told, side) !== null) return teaser;
        first ??= teaser;
      }
      return first;
    }),
  );
  return { worst: worst ?? null, best: best ?? null };
}

async function toldOf(
  services: Services,
  workspace: Workspace,
  run: FoundRun,
  usual: Usual,
): Promise<ToldStory & { readonly title: string | null; readonly turning: Moment | null }> {
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
  // The `journey` of an answer is the map it is about.
  const title = moments
    .filter((moment) => !isAnswer(moment))
    .map((moment) => moment.properties.journey)
    .find((value) => typeof value === 'string');
  const told = tellStory({
    moments: freeText ? moments : moments.map(wordless),
    ...{ usual, timeZone: workspace.timeZone, todayMs: services.clock.now() },
  });
  const turning = moments[told.worst ?? moments.length - 1] ?? null;
  return { ...told, title: (title as string | undefined) ?? null, turning };
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

function turningOf(told: ToldStory, side: 'worst' | 'best'): ToldStory['moments'][number] | undefined {
  return side === 'worst' ? told.moments[told.worst ?? -1] : told.moments.find((moment) => moment.tone === 'best');
}

/** What the customer said at its turning point, else at another one that felt the same; null: nothing. */
function quoteOf(told: ToldStory, side: 'worst' | 'best'): string | null {
  const felt = side === 'worst' ? 'unhappy' : 'happy';
  const spoken = told.moments.find((moment) => moment.felt === felt && moment.quote !== null);
  return turningOf(told, side)?.quote ?? spoken?.quote ?? null;
}

function teaserOf(
  run: FoundRun,
  told: ToldStory,
  side: 'worst' | 'best',
  timeZone: string,
): NonNullable<StoryPair['worst']> {
  const quote = quoteOf(told, side);
  const costs = told.costs.slice(0, 3).map((cost) => `${cost.value} ${cost.words}`);
  const path = [...new Set(told.moments.map(({ activity }) => activity))].slice(0, 4).join(', ');
  const wordless = (side === 'best' ? told.stands : turningOf(told, side)?.says) ?? told.moments[0]?.says ?? '';
  return {
    run: formatRunRef(run.ref),
    name: madeUpName(BigInt(run.ref.person)),
    headline: quote === null ? wordless : `“${shortened(quote)}”`,
    body: side === 'worst' ? (costs.length > 0 ? `${costs.join(', ')}.` : path) : ((quote && told.wentWell) ?? path),
    when: told.moments[0]?.day ?? formatDay(run.startMs, timeZone),
  };
}
