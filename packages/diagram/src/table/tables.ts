import type {
  Activities,
  Flow,
  FlowInput,
  Funnel,
  FunnelInput,
  PathGraph,
  Retention,
  RetentionInput,
  Summary,
  Timeline,
  Variants,
} from '@continuo/core';
import { layerName, placeName } from '../flow/draw.ts';
import { stepName } from '../funnel/draw.ts';
import { cohortName } from '../loop/cohorts.ts';
import { channelOf } from '../theme/channels.ts';
import { count, elapsed, type Table, text } from './table.ts';

const FELT = [count('unhappy', 'Unhappy'), count('neutral', 'Neutral'), count('happy', 'Happy')];
const WAIT = [
  elapsed('mean_ms', 'On average'),
  elapsed('median_ms', 'Half longer than'),
  elapsed('p90_ms', '1 in 10 longer than'),
];

/** The steps of a path graph, all of them, whatever the sliders show. */
export function pathGraphNodesTable(graph: PathGraph): Table {
  const shown = graph.view === null ? null : new Set(graph.view.activities);
  return {
    id: 'steps',
    title: 'Steps',
    columns: [
      ...[text('step', 'Step'), text('channel', 'Channel'), count('customers', 'Customers'), count('times', 'Times')],
      ...[count('starts', 'Start here'), count('ends', 'End here'), ...FELT, text('shown', 'In the picture')],
    ],
    rows: graph.nodes.map((node) => [
      ...[node.activity, node.channel, node.people, node.events, node.starts, node.ends],
      ...[node.unhappy, node.neutral, node.happy, shown === null || shown.has(node.activity) ? 'yes' : 'no'],
    ]),
  };
}

/** The moves of a path graph, all of them. */
export function pathGraphEdgesTable(graph: PathGraph): Table {
  const shown =
    graph.view === null ? null : new Set(graph.view.edges.map((edge) => JSON.stringify([edge.from, edge.to])));
  return {
    id: 'moves',
    title: 'Moves',
    columns: [
      ...[text('from', 'From'), text('to', 'To'), count('customers', 'Customers'), count('times', 'Times'), ...WAIT],
      ...[elapsed('min_ms', 'Shortest'), elapsed('max_ms', 'Longest'), text('shown', 'In the picture')],
    ],
    rows: graph.edges.map((edge) => [
      ...[edge.from, edge.to, edge.people, edge.count, edge.meanMs, edge.medianMs, edge.p90Ms, edge.minMs, edge.maxMs],
      shown === null || shown.has(JSON.stringify([edge.from, edge.to])) ? 'yes' : 'no',
    ]),
  };
}

export function flowTable(flow: Flow, input: FlowInput): Table {
  const rest = new Map(flow.nodes.filter((n) => n.place.kind === 'rest').map((n) => [n.layer, n.restActivities]));
  return {
    id: 'flow',
    title: 'Flow',
    columns: [
      text('where', 'Where'),
      text('from', 'From'),
      text('to', 'To'),
      count('journeys', 'Journeys'),
      count('customers', 'Customers'),
    ],
    rows: flow.links.map(({ layer, from, to, runs, people }) => [
      ...[layerName(layer, input), placeName(from, rest.get(layer)), placeName(to, rest.get(layer + 1)), runs, people],
    ]),
  };
}

export function routesTable(variants: Variants): Table {
  return {
    id: 'routes',
    title: 'Routes',
    columns: [
      ...[count('place', 'Place'), text('route', 'Route'), count('steps', 'Steps'), count('journeys', 'Journeys')],
      ...[count('customers', 'Customers'), ...WAIT, ...FELT, text('example', 'One of them')],
    ],
    rows: variants.variants.map((v, index) => [
      ...[index + 1, v.path.join(' → '), v.path.length, v.runs, v.people, v.meanMs, v.medianMs, v.p90Ms],
      ...[v.unhappy, v.neutral, v.happy, v.example],
    ]),
  };
}

export function funnelTable(funnel: Funnel, input: FunnelInput): Table {
  return {
    id: 'funnel',
    title: 'Funnel',
    columns: [
      ...[
        text('group', input.breakdown ?? 'Group'),
        count('place', 'Step'),
        text('step', 'Name'),
        count('entered', 'Began'),
      ],
      ...[count('reached', 'Got here'), count('lost', 'Lost'), count('inside', 'Still have time'), ...WAIT],
    ],
    rows: funnel.groups.flatMap((group) =>
      group.steps.map((step, index) => [
        ...[group.value ?? '', index + 1, stepName(input.steps[index] ?? []), group.entered],
        ...[step.reached, step.lost, step.inside, step.meanMs, step.medianMs, step.p90Ms],
      ]),
    ),
  };
}

export function timelineTable(timeline: Timeline): Table {
  return {
    id: 'timeline',
    title: 'Moments',
    columns: [
      ...[{ id: 'time', label: 'When', kind: 'time' } as const, text('channel', 'Channel'), text('step', 'Step')],
      ...[
        text('felt', 'How it felt'),
        count('score', 'Score'),
        text('scale', 'Scale'),
        text('words', 'In their words'),
      ],
    ],
    rows: timeline.moments.map((m) => [
      ...[m.timeMs, channelOf(m.channel).name, m.activity, m.felt === 'none' ? null : m.felt, m.score, m.scale, m.text],
    ]),
  };
}

/** One column for each period later; not measured periods are null. */
export function cohortsTable(retention: Retention, input: RetentionInput): Table {
  const columns = retention.cohorts.reduce((most, cohort) => Math.max(most, cohort.back.length), 0);
  const later = Array.from({ length: columns }, (_, offset) =>
    count(`later_${offset}`, `${offset} ${input.period}s later`),
  );
  return {
    id: 'cohorts',
    title: 'Who came back',
    columns: [
      text('began', 'Began'),
      count('customers', 'Customers'),
      ...later,
      count('running', 'So far, still running'),
    ],
    rows: retention.cohorts.map((cohort) => [
      ...[
        cohortName(cohort, input),
        cohort.size,
        ...later.map((_, offset) => cohort.back[offset] ?? null),
        cohort.running,
      ],
    ]),
  };
}

export function loopTable(retention: Retention): Table {
  const { laps, reentry } = retention.loop;
  return {
    id: 'loop',
    title: 'Times round',
    columns: [text('what', 'What'), text('which', 'Which'), count('times', 'Times'), count('customers', 'Customers')],
    rows: [
      ...laps.map((lap) => ['times round', String(lap.laps), null, lap.people] as const),
      ...reentry.map((entry) => ['comes in again with', entry.activity, entry.laps, entry.people] as const),
    ],
  };
}

export function activitiesTable(activities: Activities): Table {
  const time = (id: string, label: string) => ({ id, label, kind: 'time' }) as const;
  return {
    id: 'activities',
    title: 'What happened',
    columns: [
      ...[
        text('step', 'Step'),
        count('times', 'Times'),
        count('journeys', 'Journeys'),
        count('customers', 'Customers'),
      ],
      ...[count('again', 'Journeys with it more than once'), text('channels', 'Channels'), ...FELT],
      ...[time('first', 'First'), time('last', 'Last')],
    ],
    rows: activities.activities.map((a) => [
      ...[
        a.activity,
        a.events,
        a.runs,
        a.people,
        a.reworkRuns,
        a.channels.map((c) => channelOf(c.channel).name).join(', '),
      ],
      ...[a.unhappy, a.neutral, a.happy, a.firstMs, a.lastMs],
    ]),
  };
}

/** One row a figure; elapsed times in ms. */
export function summaryTable(summary: Summary): Table {
  const spread = (name: string, value: Summary['durationMs']): (readonly (string | number | null)[])[] =>
    value === null
      ? []
      : [
          [`${name}, on average`, value.mean],
          [`${name}, half more than`, value.median],
          [`${name}, 1 in 10 more than`, value.p90],
        ];
  return {
    id: 'summary',
    title: 'In short',
    columns: [text('what', 'What'), count('value', 'Number')],
    rows: [
      ['Customers', summary.people],
      ['Journeys', summary.runs],
      ['Moments', summary.events],
      ['Steps', summary.activities],
      ['Routes', summary.variants],
      ['Journeys still under way', summary.openRuns],
      ['Customers who answered', summary.answeredPeople],
      ['Unhappy answers', summary.unhappy],
      ['Neutral answers', summary.neutral],
      ['Happy answers', summary.happy],
      ...spread('Time from first to last moment, ms', summary.durationMs),
      ...spread('Moments in a journey', summary.eventsPerRun),
    ],
  };
}
