import { type Card, type LaneKind, type PlacedStep, shortened } from '@continuo/core';
import { formatDayNear } from '../words/calendar.ts';
import { comparedWords, evidenceWords, VERDICT_WORDS } from '../words/map-words.ts';
import type { Source } from './columns.ts';
import { type MapContext, nothing } from './context.ts';
import { livedStep } from './lived-cells.ts';
import type { MapCard, MapCell } from './map-view.ts';
import { answersOf, feltOf } from './status.ts';

/** The card of a step, or of what is not on the map. */
export function stepCell(source: Source, { lived }: MapContext): MapCell {
  const { title, status } = source.column;
  if (source.kind === 'off-map') {
    const { compared } = source.lived;
    const foot = compared === null ? 'not on our map' : VERDICT_WORDS[compared.verdict];
    const words = comparedWords(compared);
    const label = [title, 'not on our map', ...(compared === null ? [] : [foot]), ...(words === '' ? [] : [words])];
    return {
      ...{ kind: 'step', label: label.join(', '), title, outline: 'plus', status, foot, compared: words },
      ...{ mark: compared === null ? null : status, matters: false, ends: null },
    };
  }
  const { step } = source.placed;
  const isLived = livedStep(source) !== null;
  const foot = lived === null ? plannedFoot(source.placed) : isLived ? 'connected' : 'not connected';
  return {
    ...{ kind: 'step', label: [title, ...(foot === '' ? [] : [foot])].join(', '), title },
    outline: isLived ? 'solid' : 'dashed',
    ...{
      status,
      foot,
      compared: '',
      mark: isLived ? 'linked' : null,
      matters: step.matters,
      ends: step.ends === 'goal-either-way' ? 'goal' : step.ends,
    },
  };
}

const GROUP_WORDS = { choice: 'one of several', 'any-order': 'in any order', repeat: 'again and again' } as const;

function plannedFoot({ step, groups }: PlacedStep): string {
  const { isOptional, atMost, isOwed } = step;
  if (isOptional) return 'optional';
  const around = groups.at(-1);
  if (around !== undefined) return GROUP_WORDS[around.kind];
  if (isOwed) return 'we owe it';
  return atMost === 1 ? '' : 'may be repeated';
}

/** What we think, heard and measured about a step: cards of the quotes, else the newest comment; and what was compared. */
export function knowCell(source: Source, context: MapContext): MapCell {
  const { input } = context;
  const cards: MapCard[] = [];
  if (source.kind === 'step') {
    for (const lane of input.contract.lanes)
      if (lane.kind === 'quotes') cards.push(...cardsOf(source, lane.id, lane.kind, input.asOfMs));
  } else {
    const text = comparedWords(source.lived.compared);
    if (text !== '') cards.push(found(text, 'measured', 'we measured'));
  }
  const shown = input.layer === 'lived' ? cards.filter(({ evidence }) => evidence !== 'think') : cards;
  const at = source.kind === 'step' ? livedStep(source) : source.lived;
  const comment = at?.comments[0];
  if (comment !== undefined && !shown.some(({ evidence }) => evidence === 'heard')) {
    const day = formatDayNear(comment.timeMs, input.timeZone, input.todayMs ?? input.asOfMs)
      .split(' ')
      .slice(1)
      .join('\u00a0');
    const heard = found(`“${shortened(comment.text)}”`, 'heard', `we heard (1,\u00a0${day})`);
    shown.push({ ...heard, felt: comment.felt, run: comment.run });
  }
  return cardsCell(source.column.title, shown);
}

function found(text: string, evidence: MapCard['evidence'], words: string): MapCard {
  return { id: null, lane: null, text, evidence, words, felt: null, run: null };
}

/** One lane of the designer at one step. What is not on the map was not designed. */
export function laneCell(source: Source, lane: string, kind: LaneKind, context: MapContext): MapCell {
  const { title } = source.column;
  if (source.kind === 'off-map') return nothing('', title);
  if (kind === 'emotion') return emotionCell(source, lane, context);
  const cards = source.placed.step.cells[lane] ?? [];
  const image = kind === 'image' ? cards[0] : undefined;
  if (image !== undefined) return { kind: 'image', label: `${title}: a picture`, src: image.text, text: '' };
  return cardsCell(title, cardsOf(source, lane, kind, context.input.asOfMs));
}

function cardsCell(title: string, cards: readonly MapCard[]): MapCell {
  if (cards.length === 0) return nothing('', title);
  const said = cards.map(({ text, words }) => `${text} (${words})`);
  return { kind: 'cards', label: `${title}: ${said.join('; ')}`, cards };
}

function cardsOf(
  source: Extract<Source, { kind: 'step' }>,
  lane: string,
  kind: LaneKind,
  asOfMs: number,
): readonly MapCard[] {
  const cards: readonly Card[] = source.placed.step.cells[lane] ?? [];
  const most = source.lived === null ? null : feltOf(source.lived.voices);
  return cards.map(({ id, text, evidence }) => {
    const rests = evidenceWords(evidence, asOfMs);
    const tone = kind === 'pains' ? 'unhappy' : kind === 'gains' ? 'happy' : kind === 'quotes' ? most : null;
    return { id, lane, text, ...rests, felt: rests.evidence === 'heard' ? tone : null, run: null };
  });
}

const PLACES = ['very unhappy', 'unhappy', 'neutral', 'pleased', 'happy'] as const;
const ENOUGH_ANSWERS = 30;

function emotionCell(source: Extract<Source, { kind: 'step' }>, lane: string, { input }: MapContext): MapCell {
  const { title } = source.column;
  const card = source.placed.step.cells[lane]?.[0];
  const value = card === undefined || card.text.trim() === '' ? Number.NaN : Number(card.text.replace('−', '-'));
  const intended = Number.isFinite(value) ? Math.max(-2, Math.min(2, value)) : null;
  const voices = input.layer === 'both' ? (livedStep(source)?.voices ?? null) : null;
  const answers = voices === null ? 0 : answersOf(voices);
  const lived = voices === null || answers < ENOUGH_ANSWERS ? null : (2 * (voices.happy - voices.unhappy)) / answers;
  const words = voices === null || answers === 0 ? '' : `${voices.unhappy} of ${answers} unhappy`;
  if (intended === null && words === '') return nothing('', title);
  const meant = intended === null ? [] : [`meant to feel ${PLACES[Math.round(intended) + 2]}`];
  const label = `${title}: ${[...meant, ...(words === '' ? [] : [words])].join(', ')}`;
  return { kind: 'emotion', label, intended, lived, face: voices === null ? null : feltOf(voices), words };
}

/** Who answers for the step, and which partner does it. */
export function ownerCell(source: Source): MapCell {
  const { title } = source.column;
  const step = source.kind === 'step' ? source.placed.step : null;
  const owner = step?.owner ?? null;
  const partner = step?.partner ?? null;
  const second = partner === null ? '' : `${partner}, partner`;
  if (owner === null && partner !== null)
    return { kind: 'lines', label: `${title}: ${second}`, first: second, second: '', isMissing: false };
  const first = owner ?? 'nobody yet';
  const label = `${title}, owner: ${[first, ...(second === '' ? [] : [second])].join(', ')}`;
  return { kind: 'lines', label, first, second, isMissing: owner === null };
}
