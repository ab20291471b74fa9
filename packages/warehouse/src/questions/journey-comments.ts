import { type Comment, feltOf, type Scale, shownWords } from '@continuo/core';
import { refAtPlace } from '../scope/run-place.ts';
import type { Place } from './journey-facts.ts';
import { numberOf } from './journey-voices.ts';
import type { Asking } from './question.ts';
import { readSaidRows } from './said.ts';

export interface MapComments {
  at(place: Place): readonly Comment[];
}

/** The newest comments at each step and each activity off the map, with contact details masked. */
export async function readComments(limit: number, asking: Asking): Promise<MapComments> {
  const found = new Map<number, Comment[]>();
  for (const row of limit === 0 ? [] : await readSaidRows(asking, limit)) {
    const felt = feltOf(row.score, row.scale as Scale);
    const comment: Comment = {
      text: shownWords(row.text),
      felt: felt === 'none' ? null : felt,
      timeMs: row.time_ms,
      run: refAtPlace('journey', row.who, row.which),
    };
    const known = found.get(row.place);
    if (known) known.push(comment);
    else found.set(row.place, [comment]);
  }
  return { at: (place) => found.get(numberOf(place)) ?? [] };
}
