import { type Card, type JourneyContract, placedSteps } from '@continuo/core';
import type { Difference } from './difference.ts';
import { movedIds } from './moved.ts';
import { evidenceSay, isSame, quoted } from './say.ts';

interface Placed {
  readonly card: Card;
  readonly step: string;
  readonly lane: string;
  readonly where: string;
}

/** Cards that were added, removed, moved or changed; not those that came or went with their step, which is named itself. */
export function diffCards(a: JourneyContract, b: JourneyContract): Difference[] {
  const before = placesOf(a);
  const after = placesOf(b);
  const moved = movedCards(before, after);
  const steps = [a, b].map((contract) => new Set(placedSteps(contract).map(({ step }) => step.id)));
  const isInBoth = ({ step }: Placed): boolean => steps.every((ids) => ids.has(step));
  const make = (
    kind: Difference['kind'],
    { card, step }: Placed,
    words: string,
    field: string | null = null,
  ): Difference => ({
    kind,
    of: 'card',
    id: card.id,
    step,
    field,
    words,
  });
  return [
    ...[...before.values()]
      .filter((place) => !after.has(place.card.id) && isInBoth(place))
      .map((place) => make('removed', place, `card ${quoted(place.card.text)} removed from ${place.where}`)),
    ...[...after.values()].flatMap((place) => {
      const old = before.get(place.card.id);
      const { card, where } = place;
      if (old === undefined)
        return isInBoth(place) ? [make('added', place, `card ${quoted(card.text)} added to ${where}`)] : [];
      return [
        ...(old.card.text === card.text
          ? []
          : [make('changed', place, `card in ${where}: ${quoted(old.card.text)} → ${quoted(card.text)}`, 'text')]),
        ...(isSame(old.card.evidence, card.evidence)
          ? []
          : [
              make(
                'changed',
                place,
                `card ${quoted(card.text)}: ${evidenceSay(old.card.evidence)} → ${evidenceSay(card.evidence)}`,
                'evidence',
              ),
            ]),
        ...(moved.has(card.id) ? [make('moved', place, `card ${quoted(card.text)} moved, now in ${where}`)] : []),
      ];
    }),
  ];
}

const cellOf = ({ step, lane }: Placed): string => `${step}\n${lane}`;

function placesOf(contract: JourneyContract): Map<string, Placed> {
  const titles = new Map(contract.lanes.map((lane) => [lane.id, lane.title]));
  const places = new Map<string, Placed>();
  for (const { step } of placedSteps(contract))
    for (const [lane, cards] of Object.entries(step.cells))
      for (const card of cards)
        places.set(card.id, {
          card,
          step: step.id,
          lane,
          where: `${quoted(step.title)}, ${quoted(titles.get(lane) ?? lane)}`,
        });
  return places;
}

function movedCards(before: ReadonlyMap<string, Placed>, after: ReadonlyMap<string, Placed>): ReadonlySet<string> {
  const moved = new Set<string>();
  const cells = new Map<string, string[]>();
  for (const [id, place] of after) {
    const old = before.get(id);
    if (old === undefined) continue;
    if (cellOf(old) !== cellOf(place)) moved.add(id);
    else cells.set(cellOf(place), [...(cells.get(cellOf(place)) ?? []), id]);
  }
  for (const ids of cells.values()) {
    const known = new Set(ids);
    for (const id of movedIds(
      [...before.keys()].filter((key) => known.has(key)),
      ids,
    ))
      moved.add(id);
  }
  return moved;
}
