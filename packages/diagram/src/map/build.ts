import { placedSteps } from '@continuo/core';
import { formatShare } from '../words/format.ts';
import { coverageWords, mapSentence } from '../words/map-sentence.ts';
import { type Columns, columnsOf } from './columns.ts';
import { contextOf } from './context.ts';
import { factsOf, journeyStatus } from './facts.ts';
import { shareFigure } from './figure.ts';
import type { MapInput } from './map-input.ts';
import type { MapLoop, MapRow, MapView } from './map-view.ts';
import { rowsOf } from './rows.ts';

/**
 * A map as columns, rows and typed cells with their words: the one source of the page, the picture, the table and the
 * phone. Nothing lived known, nobody there, no step: it says so and never writes 0 for what is not known.
 */
export function mapView(input: MapInput): MapView {
  const { contract, layer } = input;
  const columns = columnsOf(input);
  const context = contextOf(input, columns);
  const rows = rowsOf(context);
  const facts = factsOf(input);
  const steps = placedSteps(contract).length;
  return {
    ...{ title: contract.title, layer, people: context.lived?.people ?? null, status: journeyStatus(facts) },
    ...{ sentence: mapSentence(input), facts, stages: columns.stages, rows },
    coverage: coverageWords(context.lived, steps),
    columns: columns.sources.map(({ column }) => column),
    loop: context.lived === null ? null : loopOf(input, columns),
    legend: legendOf(rows, input),
    notes: columns.notes,
  };
}

function loopOf({ lived }: MapInput, { sources }: Columns): MapLoop | null {
  if (lived === null || lived.returning.people === 0 || sources.length === 0) return null;
  const { people, enterAt } = lived.returning;
  const share = { n: people, of: Math.max(lived.people, people) };
  const at = sources.findIndex(({ kind, column }) => kind === 'step' && column.id === `step:${enterAt}`);
  const where = at < 0 ? '' : `; most come in again at “${sources[at]?.column.title ?? ''}”`;
  return {
    text: `${formatShare(share.n, share.of)} were here before${where}`,
    figure: shareFigure(share, 'returning', { kind: 'map-fact', fact: 'returning', is: true }),
    from: sources.length - 1,
    to: at < 0 ? null : at,
  };
}

function legendOf(rows: readonly MapRow[], { layer, lived }: MapInput): MapView['legend'] {
  const cells = rows.flatMap((row) => (row.id === 'customers' ? row.cells : []));
  const has = (part: 'harm' | 'anotherWay'): boolean =>
    cells.some((cell) => cell.kind === 'customers' && cell[part] > 0);
  const isOffMap = cells.some((cell) => cell.kind === 'customers' && cell.isOffMap);
  return [
    ...(layer === 'lived' ? [] : (['planned'] as const)),
    ...(layer === 'planned' || lived === null ? [] : (['lived'] as const)),
    ...(has('anotherWay') ? (['another-way'] as const) : []),
    ...(has('harm') ? (['harm'] as const) : []),
    ...(isOffMap ? (['off-map'] as const) : []),
  ];
}
