import { type Card, LANE_KINDS, type Lane, type LaneKind } from '@continuo/core';
import { usualCardId } from './card-ids.ts';
import { readEvidence, splitEvidence } from './evidence.ts';
import { nearest } from './nearest.ts';
import type { Reading } from './reading.ts';
import { Ids } from './slug.ts';
import { type FilePath, type FileValue, isList, isMap } from './value.ts';
import { CARD_KEYS, LANE_KEYS, LANE_TITLES } from './words.ts';

export const isLaneKind = (word: string): word is LaneKind => (LANE_KINDS as readonly string[]).includes(word);
/** The lane a kind alone stands for. */
export const usualLane = (kind: LaneKind): Lane => ({ id: kind, kind, title: LANE_TITLES[kind] });

/** Lanes of the map; a kind alone is a lane with its usual title. */
export function readLanes(reading: Reading, value: FileValue, path: FilePath): Lane[] {
  if (value === null) return [];
  if (!isList(value)) {
    reading.add(path, 'Lanes are a list.', 'Write for instance “lanes: [thoughts, emotion, backstage]”.');
    return [];
  }
  const given = value.flatMap((item) =>
    isMap(item) && typeof item.get('id') === 'string' ? String(item.get('id')) : [],
  );
  const ids = new Ids([
    ...given,
    ...value.flatMap((item) => (typeof item === 'string' && isLaneKind(item) ? item : [])),
  ]);
  return value.flatMap((item, i) => readLane(reading, item, [...path, i], ids));
}

function readLane(reading: Reading, item: FileValue, path: FilePath, ids: Ids): Lane[] {
  if (typeof item === 'string') {
    if (isLaneKind(item)) return [usualLane(item)];
    const like = nearest(item, LANE_KINDS);
    reading.add(
      path,
      `“${item}” is not a kind of lane.`,
      like === null
        ? `Kinds are: ${LANE_KINDS.join(', ')}. For a lane of your own write “- lane: ${item}”.`
        : `Did you mean “${like}”?`,
    );
    return [];
  }
  const fields = reading.fields(item, path, LANE_KEYS, 'A lane');
  if (fields === null) return [];
  const kind = fields.word('kind', LANE_KINDS, 'text');
  const title = fields.text('lane') ?? LANE_TITLES[kind];
  return [{ id: fields.text('id') ?? ids.take(title, kind), kind, title }];
}

/** Reads the cards of steps, adding lanes of a known kind that the map does not list. */
export class CellReader {
  readonly #reading: Reading;
  readonly #lanes: Map<string, Lane>;
  readonly #added = new Map<LaneKind, Lane>();
  readonly #taken: Ids;

  constructor(reading: Reading, lanes: readonly Lane[], givenIds: Iterable<string>) {
    this.#reading = reading;
    this.#lanes = new Map(lanes.map((lane) => [lane.id, lane]));
    this.#taken = new Ids(givenIds);
  }

  /** All lanes: the listed ones as listed, then those only used, in the order of the kinds. */
  lanes(): Lane[] {
    return [...this.#lanes.values(), ...LANE_KINDS.flatMap((kind) => this.#added.get(kind) ?? [])];
  }

  cells(value: FileValue, path: FilePath, step: string): Record<string, Card[]> {
    if (value === null) return {};
    if (!isMap(value)) {
      this.#reading.add(
        path,
        'The lanes of a step are “lane: text” lines.',
        'Write for instance “thoughts: Will it come?”.',
      );
      return {};
    }
    return Object.fromEntries(
      [...value].flatMap(([lane, cards]) => {
        if (!this.#knows(lane, [...path, lane])) return [];
        return [[lane, this.#cards(cards, [...path, lane], step, lane)] as const];
      }),
    );
  }

  #knows(lane: string, path: FilePath): boolean {
    if (this.#lanes.has(lane)) return true;
    if (isLaneKind(lane)) {
      this.#added.set(lane, usualLane(lane));
      return true;
    }
    const known = [...this.#lanes.keys(), ...LANE_KINDS];
    const byTitle = [...this.#lanes.values()].find(({ title }) => title === lane)?.id;
    const like = byTitle ?? nearest(lane, known);
    const todo = like === null ? `There are: ${known.join(', ')}.` : `Did you mean “${like}”?`;
    this.#reading.add(path, `There is no lane “${lane}”.`, todo, true);
    return false;
  }

  #cards(value: FileValue, path: FilePath, step: string, lane: string): Card[] {
    const items = isList(value) ? value : [value];
    return items.flatMap((item, i) => {
      const at = isList(value) ? [...path, i] : path;
      const id = (given: string | null): string => given ?? this.#taken.unique(usualCardId(step, lane, i + 1));
      if (!isMap(item)) {
        const text = this.#reading.text(item, at);
        return text === null ? [] : [{ id: id(null), ...splitEvidence(text) }];
      }
      const fields = this.#reading.fields(item, at, CARD_KEYS, 'A card');
      const text = fields?.text('text') ?? null;
      if (fields === null || text === null) {
        this.#reading.add(at, 'The card has no text.', 'Write “text: …”.');
        return [];
      }
      const words = fields.text('evidence');
      const evidence = words === null ? ({ kind: 'think' } as const) : readEvidence(words);
      if (evidence === null)
        this.#reading.add(
          fields.at('evidence'),
          `“${words}” is not understood.`,
          'Write “we think”, “we heard (14, 2026-10)” (how many, when) or “we measured”.',
        );
      return [{ id: id(fields.text('id')), text, evidence: evidence ?? { kind: 'think' } }];
    });
  }
}
