import { type JourneyContract, type Matcher, placedSteps, type Step } from '@continuo/core';
import { joinEvidence } from '../file/evidence.ts';
import { endsWord } from '../file/write-steps.ts';
import type { Grid } from './delimited.ts';

/**
 * The map as a sheet: steps are columns; stages, what is planned of each step, and lanes are rows. Several cards of a cell stand one
 * below the other. What a sheet cannot say is not in it: groups, conditions on events, promises, rules, how passages are cut.
 */
export function sheetOf(contract: JourneyContract): Grid {
  const placed = placedSteps(contract);
  const steps = placed.map(({ step }) => step);
  const row = (label: string, say: (step: Step) => string): string[] | null => {
    const cells = steps.map(say);
    return cells.some((cell) => cell !== '') ? [label, ...cells] : null;
  };
  const rows = [
    ['Journey', contract.title],
    ['Stage', ...placed.map(({ stage }) => stage.title)],
    ['Step', ...steps.map(({ title }) => title)],
    row('By', ({ actor }) => (actor === 'customer' ? '' : actor)),
    row('Owed', ({ isOwed }) => (isOwed ? 'yes' : '')),
    row('Optional', ({ isOptional }) => (isOptional ? 'yes' : '')),
    row('Ends', ({ ends }) => (ends === null ? '' : endsWord(ends))),
    row('Moment that matters', ({ matters }) => (matters ? 'yes' : '')),
    row('Channels', ({ channels }) => channels.join(', ')),
    row('Events', ({ matchers }) => eventsOf(matchers)),
    row('Went wrong', ({ failures }) => eventsOf(failures)),
    ...contract.lanes.map((lane) =>
      row(lane.title, ({ cells }) =>
        (Object.hasOwn(cells, lane.id) ? (cells[lane.id] ?? []) : [])
          .map(({ text, evidence }) => joinEvidence(text, evidence) ?? text)
          .join('\n'),
      ),
    ),
  ];
  return rows.filter((cells) => cells !== null);
}

const eventsOf = (matchers: readonly Matcher[]): string =>
  [...new Set(matchers.flatMap(({ events }) => events))].join('\n');
