import type { AnswerOf, JourneyEntry, QuestionAsk, QuestionName, ScopeInput, StoryPair } from '@continuo/contract';
import type { JourneyContract, JourneyMap } from '@continuo/core';
import { Problem } from '@continuo/core';
import { type MapFact, type MapStatus, mapView } from '@continuo/diagram';
import type { Workspace } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { askQuestion, withoutWords } from '../analysis/index.ts';
import { entriesOf, type JudgingQueue } from '../journeys/index.ts';
import { storyPairOf } from '../people/index.ts';
import type { Patience } from './patience.ts';

/** A journey with its map. */
export interface MappedJourney {
  readonly entry: JourneyEntry;
  readonly key: string;
  readonly title: string;
  /** The newest published map; of one that was never published its draft. */
  readonly contract: JourneyContract;
}

/** A journey with what its map says; `lived` null: nothing is known, `words` say why. */
export interface FoundJourney extends MappedJourney {
  readonly lived: JourneyMap | null;
  readonly facts: readonly MapFact[];
  readonly status: MapStatus;
  readonly words: string;
  readonly people: number | null;
  /** People who did not get what its worst fact counts. */
  readonly missed: number;
}

const COUNTING = 'being counted';

/**
 * What Home, letters and cards are made of. Every question is remembered once a build; what is not answered within the
 * patience of a page goes on, and is there the next time.
 */
export class Gathering {
  readonly services: Services;
  readonly #queue: JudgingQueue;
  readonly #controller = new AbortController();
  readonly #underWay = new Set<Promise<unknown>>();
  /** Counts as they stood before the newest build, to be shown while it is counted. */
  readonly #before = new Map<string, FoundJourney>();
  readonly #stories = new Map<number, { readonly mark: string; readonly pair: Promise<StoryPair> }>();

  constructor(services: Services, queue: JudgingQueue) {
    this.services = services;
    this.#queue = queue;
  }

  /** Stops what is under way and waits for it. */
  async close(): Promise<void> {
    this.#controller.abort();
    await Promise.allSettled(this.#underWay);
  }

  /** Asks a question that goes on when nobody waits any more, until the server closes. Words are left out where they are switched off. */
  async ask<Name extends QuestionName>(
    workspace: number,
    question: Name,
    scope: ScopeInput,
    input: QuestionAsk<Name>,
  ): Promise<AnswerOf<Name>> {
    const { signal } = this.#controller;
    const asked = askQuestion(this.services, workspace, { question, scope, input, options: { signal } });
    const [answer, { freeText }] = await Promise.all([this.keep(asked), this.services.switches(workspace)]);
    return freeText ? answer : withoutWords(question, answer);
  }

  /** All journeys but retired ones, with no number of theirs. */
  async maps(workspace: Workspace): Promise<readonly MappedJourney[]> {
    const { state } = this.services;
    const maps: MappedJourney[] = [];
    for (const entry of await entriesOf(this.services, this.#queue, workspace.id)) {
      const { key, version, status } = entry;
      if (status === 'retired') continue;
      const journey = await state.journeys.get(state.db, workspace.id, key);
      const published = version === null ? null : await state.journeyVersions.get(state.db, journey, version);
      const contract = published?.contract ?? journey.draft;
      maps.push({ entry, key, title: contract.title, contract });
    }
    return maps;
  }

  /** The same with what is known of them, one after the other. What is not counted in time is shown as it was, or says so. */
  async journeys(workspace: Workspace, patience: Patience): Promise<readonly FoundJourney[]> {
    const found: FoundJourney[] = [];
    for (const map of await this.maps(workspace)) {
      const id = `${workspace.id}/${map.key}`;
      const inTime = await patience.wait(() => this.keep(this.#find(workspace, map)));
      if (inTime !== null) this.#before.set(id, inTime);
      found.push(inTime ?? this.#before.get(id) ?? unknown(map, COUNTING));
    }
    return found;
  }

  /** One of the worst and one of the best stories, chosen once a build; null where single customers are switched off. */
  async stories(workspace: Workspace): Promise<StoryPair | null> {
    const { services } = this;
    const switches = await services.switches(workspace.id);
    if (!switches.personLevel) return null;
    const build = await services.state.builds.last(services.state.db, workspace.id);
    const sources = await services.state.sources.listComplete(services.state.db, workspace.id);
    const mark = JSON.stringify([build?.version ?? 0, sources, switches.freeText]);
    const kept = this.#stories.get(workspace.id);
    if (kept?.mark === mark) return kept.pair;
    const pair = this.keep(storyPairOf(services, workspace));
    this.#stories.set(workspace.id, { mark, pair });
    pair.catch(() => this.#stories.delete(workspace.id));
    return pair;
  }

  /** Work that closing waits for. */
  keep<T>(work: Promise<T>): Promise<T> {
    this.#underWay.add(work);
    const end = (): void => {
      this.#underWay.delete(work);
    };
    work.then(end, end);
    return work;
  }

  async #find(workspace: Workspace, map: MappedJourney): Promise<FoundJourney> {
    const { entry, key, contract } = map;
    const { version, connected, judging } = entry;
    if (version === null || connected === 0 || judging.error !== null || !judging.isReady)
      return unknown(map, notCounted(entry));
    const { timeZone } = workspace;
    const scope = scopeOfJourney(key);
    try {
      // Asked as the page of the map asks: whoever opens it finds the answers made.
      const lived = await this.ask(workspace.id, 'journey-map', scope, {});
      const days = await this.ask(workspace.id, 'journey-days', scope, { timeZone });
      const view = mapView({
        ...{ contract, lived: lived.result, gaps: null, days: days.result, before: null },
        ...{ layer: 'both', lanes: null, timeZone, asOfMs: lived.dataAsOfMs ?? 0 },
        todayMs: this.services.clock.now(),
      });
      const status = view.status ?? { kind: 'none', words: 'not known' };
      return {
        ...{ ...map, lived: lived.result, facts: view.facts, people: lived.result.people },
        ...{ status: status.kind, words: status.words, missed: missedOf(view.facts) },
      };
    } catch (error) {
      if (this.#controller.signal.aborted || !(error instanceof Problem)) throw error;
      return unknown(map, error.code === 'journey.not_ready' ? COUNTING : 'could not be counted');
    }
  }
}

/** The scope of a map over all its time, as its page asks. */
export function scopeOfJourney(key: string): ScopeInput {
  return { unit: 'journey', journey: { key, judgedBy: 'in-force' } };
}

/** True while the numbers of a journey are on their way. */
export function isCounting({ words }: FoundJourney): boolean {
  return words === COUNTING;
}

function notCounted({ version, connected, judging }: JourneyEntry): string {
  if (connected === 0) return 'not connected';
  if (version === null) return 'not published';
  return judging.error === null ? COUNTING : 'could not be counted';
}

function unknown(map: MappedJourney, words: string): FoundJourney {
  return { ...map, lived: null, facts: [], status: 'none', words, people: null, missed: 0 };
}

/** Of the facts that hurt, the most people without what is counted. */
function missedOf(facts: readonly MapFact[]): number {
  const missed = facts.map(({ key, status, figure, voices }) => {
    if (status !== 'alert' || figure === null) return 0;
    if (key === 'got-it' || key === 'as-promised') return (figure.of ?? 0) - figure.n;
    if (key === 'tried') return figure.n;
    return key === 'felt' ? (voices?.unhappy.n ?? 0) : 0;
  });
  return Math.max(0, ...missed);
}
