import { JOURNEY_LIMITS, journeyContractSchema } from '@continuo/contract';
import {
  blankJourney,
  type Card,
  type JourneyContract,
  type Lane,
  type LaneKind,
  type Matcher,
  type Stage,
  type Step,
} from '@continuo/core';
import { usualCardId } from '../file/card-ids.ts';
import { splitEvidence } from '../file/evidence.ts';
import { type FileProblem, type ReadResult, unreadable } from '../file/problem.ts';
import { Ids, slugOf } from '../file/slug.ts';
import { LANE_TITLES } from '../file/words.ts';

const MOST_MOMENTS = 3;

/** A step as a foreign format has it; what it does not say is left as usual. */
export interface FoundStep {
  readonly title: string;
  readonly actor?: Step['actor'];
  readonly isOwed?: boolean;
  readonly isOptional?: boolean;
  readonly ends?: Step['ends'];
  readonly matters?: boolean;
  readonly channels?: readonly string[];
  readonly partner?: string | null;
  readonly matchers?: readonly Matcher[];
  readonly failures?: readonly Matcher[];
}

/** Makes a map from a format that knows less than ours: cleans texts, hands out ids, collects what could not be taken over. */
export class MapBuilder {
  readonly notes: string[] = [];
  readonly #blockIds = new Ids();
  readonly #laneIds = new Ids();
  readonly #stages: { stage: Stage; blocks: Step[] }[] = [];
  readonly #lanes = new Map<string, Lane>();
  #moments = 0;

  /** Begins a stage; a title without a letter is called by its number. */
  stage(title: string): void {
    const said = oneLine(title) || `Stage ${this.#stages.length + 1}`;
    const blocks: Step[] = [];
    this.#stages.push({ stage: { id: this.#blockIds.take(said, 'stage'), title: said, blocks }, blocks });
  }

  /** Adds a step to the last stage, and returns it to hang cards on. */
  step(found: FoundStep): Step {
    if (this.#stages.length === 0) this.stage('');
    const stage = this.#stages.at(-1);
    const title = oneLine(found.title) || `Step ${(stage?.blocks.length ?? 0) + 1}`;
    const isMoment = found.matters === true;
    if (isMoment) this.#moments += 1;
    if (isMoment && this.#moments === MOST_MOMENTS + 1)
      this.notes.push(
        `More than ${MOST_MOMENTS} steps were marked as moments that matter: the first ${MOST_MOMENTS} are kept.`,
      );
    const step: Step = {
      kind: 'step',
      id: this.#blockIds.take(title, 'step'),
      title,
      actor: found.actor ?? 'customer',
      isOwed: found.isOwed ?? false,
      isOptional: found.isOptional ?? false,
      atMost: 1,
      ends: found.ends ?? null,
      matters: isMoment && this.#moments <= MOST_MOMENTS,
      touchpoint: null,
      matchers: found.matchers ?? [],
      failures: found.failures ?? [],
      channels: [
        ...new Set((found.channels ?? []).map((channel) => oneLine(channel, 200)).filter((said) => said !== '')),
      ].slice(0, 50),
      brand: null,
      country: null,
      partner: found.partner ?? null,
      owner: null,
      cells: {},
    };
    stage?.blocks.push(step);
    return step;
  }

  /** The lane of this kind and title, made when it is not there; the usual title of a kind is used when none is given. */
  lane(kind: LaneKind, title: string | null): Lane {
    const said = oneLine(title ?? '') || LANE_TITLES[kind];
    const name = `${kind} ${said}`;
    const known = this.#lanes.get(name);
    if (known !== undefined) return known;
    const isUsual = said === LANE_TITLES[kind];
    const lane = { id: isUsual ? this.#laneIds.unique(kind) : this.#laneIds.take(said, kind), kind, title: said };
    this.#lanes.set(name, lane);
    return lane;
  }

  /** Hangs a card into a cell; empty texts are not cards, too long ones are cut with a note. Evidence in brackets is understood. */
  card(step: Step, lane: Lane, text: string): void {
    let said = text
      .replace(/\r\n?/g, '\n')
      .replace(/[^\n\P{Cc}]|\p{Cs}/gu, '')
      .trim();
    if (said === '') return;
    if (lane.kind === 'image' && !/^https:\/\/\S+$/.test(said)) {
      this.notes.push(`A picture of “${step.title}” is not an https: address and was left out.`);
      return;
    }
    if (said.length > JOURNEY_LIMITS.text && lane.kind !== 'image') {
      said = `${said.slice(0, JOURNEY_LIMITS.text - 1).replace(/\p{Cs}$/u, '')}…`;
      this.notes.push(`A text of “${step.title}” is longer than ${JOURNEY_LIMITS.text} characters and was cut.`);
    }
    const cells = step.cells as Record<string, Card[]>;
    const cards = Object.hasOwn(cells, lane.id) ? (cells[lane.id] ?? []) : [];
    cards.push({ id: usualCardId(step.id, lane.id, cards.length + 1), ...splitEvidence(said) });
    cells[lane.id] = cards;
  }

  /** The map, when it keeps within what a map may be. */
  finish(head: Partial<JourneyContract> & { readonly title: string }): ReadResult<JourneyContract> {
    const stages = this.#stages.filter(({ blocks }) => blocks.length > 0).map(({ stage }) => stage);
    if (stages.length === 0)
      return unreadable('There is no step in it.', 'Name at least one step or stage; then it can be taken over.');
    const title = oneLine(head.title) || 'A journey';
    const lanes = [...this.#lanes.values()];
    const used = new Set(
      stages.flatMap((stage) => (stage.blocks as Step[]).flatMap(({ cells }) => Object.keys(cells))),
    );
    const key = head.key ?? (slugOf(title) || 'journey');
    const contract: JourneyContract = {
      ...blankJourney(key, title),
      ...head,
      key,
      title,
      stages,
      lanes: lanes.filter(({ id }) => used.has(id)),
    };
    return this.#withDistinctCards(contract);
  }

  #withDistinctCards(contract: JourneyContract): ReadResult<JourneyContract> {
    const ids = new Ids();
    for (const stage of contract.stages)
      for (const step of stage.blocks as readonly Step[])
        for (const [lane, cards] of Object.entries(step.cells))
          (step.cells as Record<string, Card[]>)[lane] = cards.map((card) => ({ ...card, id: ids.unique(card.id) }));
    const checked = journeyContractSchema.safeParse(contract);
    if (checked.success) return { ok: true, value: contract, notes: [...new Set(this.notes)] };
    const problems = checked.error.issues.slice(0, 20).map(
      (issue): FileProblem => ({
        line: null,
        path: issue.path.join(' › '),
        words: `This is not possible: ${issue.message}.`,
        todo: 'Make it smaller or simpler, and try again.',
      }),
    );
    return { ok: false, problems };
  }
}

/** One line without control characters, cut where titles end. */
export function oneLine(text: string, most: number = JOURNEY_LIMITS.title): string {
  const said = text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\p{Cs}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return said.length <= most
    ? said
    : `${said
        .slice(0, most - 1)
        .replace(/\p{Cs}$/u, '')
        .trimEnd()}…`;
}
