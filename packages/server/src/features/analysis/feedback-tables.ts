import type { Comments, Feedback, Phrases, Praise, SaidAt, Silent, Themes, Voices } from '@continuo/core';
import type { Column, Table } from '@continuo/diagram';

const text = (id: string, label: string): Column => ({ id, label, kind: 'text' });
const count = (id: string, label: string): Column => ({ id, label, kind: 'count' });
const when = (id: string, label: string): Column => ({ id, label, kind: 'time' });

const PLACE = [text('kind', 'Kind'), text('place', 'Place')] as const;
const MOODS = [count('unhappy', 'Unhappy'), count('neutral', 'Neutral'), count('happy', 'Happy')] as const;

const placeOf = (at: SaidAt): string[] => [at.kind, at.kind === 'step' ? at.step : at.activity];
const moodsOf = ({ unhappy, neutral, happy }: Voices): number[] => [unhappy, neutral, happy];

/** One place a row, everywhere first. */
export function feedbackTable({ places, voices, customers }: Feedback): Table {
  return {
    id: 'feedback',
    title: 'What customers answered',
    columns: [...PLACE, ...MOODS, count('customers', 'Of customers')],
    rows: [
      ['everywhere', '', ...moodsOf(voices), customers],
      ...places.map((place) => [...placeOf(place.at), ...moodsOf(place.voices), place.customers]),
    ],
  };
}

/** One comment a row, newest first; contact details masked. */
export function commentsTable({ comments }: Comments): Table {
  return {
    id: 'comments',
    title: 'What customers wrote',
    columns: [
      ...[when('time', 'Time'), ...PLACE, text('felt', 'Felt'), count('score', 'Score'), text('scale', 'Scale')],
      ...[text('channel', 'Channel'), text('themes', 'Themes'), text('text', 'Words')],
    ],
    rows: comments.map(({ timeMs, at, felt, score, scale, channel, themes, text }) => [
      ...[timeMs, ...placeOf(at), felt, score, scale, channel, themes.join(' '), text],
    ]),
  };
}

export function phrasesTable({ phrases }: Phrases): Table {
  return {
    id: 'phrases',
    title: 'What customers say here more than elsewhere',
    columns: [text('phrase', 'Words'), count('people', 'Customers'), count('rest', 'Customers elsewhere')],
    rows: phrases.map(({ phrase, people, rest }) => [phrase, people, rest]),
  };
}

export function themesTable({ themes }: Themes): Table {
  return {
    id: 'themes',
    title: 'What customers speak of',
    columns: [text('theme', 'Theme'), text('title', 'Name'), count('people', 'Customers'), ...MOODS],
    rows: themes.map(({ key, title, people, voices }) => [key, title, people, ...moodsOf(voices)]),
  };
}

export function silentTable({ answered, silent }: Silent): Table {
  return {
    id: 'silent',
    title: 'Those who answered and those who did not',
    columns: [text('group', 'Group'), count('people', 'Customers'), count('called', 'Called'), count('left', 'Left')],
    rows: [
      ['answered', answered.people, answered.called, answered.left],
      ['silent', silent.people, silent.called, silent.left],
    ],
  };
}

export function praiseTable({ moments }: Praise): Table {
  return {
    id: 'praise',
    title: 'Customers loved',
    columns: [
      ...[...PLACE, text('title', 'Moment'), count('happy', 'Happy'), count('answered', 'Answered')],
      ...[text('owner', 'Team'), text('quote', 'In their words')],
    ],
    rows: moments.map(({ at, title, happy, answered, owner, quote }) => [
      ...[...placeOf(at), title, happy, answered, owner, quote?.text ?? null],
    ]),
  };
}
