import type { GraphEdge, PathGraph, Population } from '@continuo/core';
import { counted, formatCount, formatShare, formatWait } from '@continuo/diagram';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Eye, Users, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { client } from '../../../api/client.ts';
import type { AskScope } from '../../../api/hooks.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { FeltCounts } from '../../../ui/felt-counts.tsx';
import { type Filter, readFilters, writeFilters } from '../../../url/filters.ts';
import type { PathsSearch } from '../../../url/search.ts';
import { PATHS_WORDS } from '../../../words/paths.ts';
import { PeopleNumber } from '../../customers/people-number.tsx';
import type { ChangeSearch } from '../use-paths.ts';
import { CompareThose } from './compare-those.tsx';
import styles from './graph.module.css';
import type { Selection } from './selection.ts';

const PeoplePanel = lazy(() =>
  import('../../customers/people-panel.tsx').then((part) => ({ default: part.PeoplePanel })),
);
const WORDS = PATHS_WORDS.selected;
const LISTED = 5;

export interface SelectionPanelProps {
  readonly selection: Selection;
  readonly graph: PathGraph;
  readonly population: Population | null;
  readonly scope: AskScope;
  readonly search: PathsSearch;
  readonly change: ChangeSearch<PathsSearch>;
}

/** What is selected: who passes here, where they come from and go on to, how they compare, who they are. */
export function SelectionPanel(props: SelectionPanelProps) {
  const { selection, graph, population, scope } = props;
  const { ws } = useParams({ from: '/w/$ws' });
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const node = selection.kind === 'activity' ? graph.nodes.find((one) => one.activity === selection.activity) : null;
  const edge =
    selection.kind === 'edge'
      ? graph.edges.find((one) => one.from === selection.from && one.to === selection.to)
      : null;
  const people = (node ?? edge)?.people ?? 0;
  const title = selection.kind === 'activity' ? selection.activity : `${selection.from} → ${selection.to}`;
  const customers = counted(people, PATHS_WORDS.customer);
  const readOne = async () => {
    const { result } = await client.ask('people', { scope, input: { behind: selection, sort: 'unhappy', limit: 1 } });
    const run = result.rows[0]?.run;
    if (run) await navigate({ to: '/w/$ws/stories/$run', params: { ws, run } });
  };
  return (
    <section className={styles.panel} aria-label={WORDS.label(title)}>
      <div className={styles.what}>
        <div className={styles.title}>
          <h2>{title}</h2>
          <IconButton name={WORDS.close} look="ghost" onPress={() => props.change({ sel: undefined })}>
            <X size={14} aria-hidden="true" />
          </IconButton>
        </div>
        {node && (
          <p className="meta">
            {WORDS.touchpoint(formatShare(people, population?.people ?? people), counted(node.events, 'time'))}
          </p>
        )}
        {edge && (
          <>
            <p className="meta">{WORDS.move(customers, counted(edge.count, 'time'))}</p>
            <p className="meta">
              {WORDS.wait}: {formatWait(edge.medianMs, edge.p90Ms)}
            </p>
          </>
        )}
        {node && <FeltCounts {...node} />}
        <div className={styles.buttons}>
          <Button onPress={() => setOpen(true)}>
            <Users size={14} strokeWidth={1.75} aria-hidden="true" />
            {WORDS.who(customers)}
          </Button>
          <Button onPress={() => void readOne()}>
            <Eye size={14} strokeWidth={1.75} aria-hidden="true" />
            {WORDS.story(formatCount(people))}
          </Button>
        </div>
        {selection.kind === 'activity' && <FilterButtons activity={selection.activity} {...props} />}
      </div>
      {node && <Neighbours title={WORDS.from} side="from" activity={node.activity} {...props} />}
      {node && <Neighbours title={WORDS.to} side="to" activity={node.activity} {...props} />}
      {node && <CompareThose activity={node.activity} scope={scope} />}
      {isOpen && (
        <Suspense>
          <PeoplePanel behind={selection} scope={scope} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}

function FilterButtons({ activity, search, change }: SelectionPanelProps & { readonly activity: string }) {
  const filters = readFilters(search.f) ?? [];
  const add = (filter: Filter) => change({ f: writeFilters([...filters, filter]) });
  return (
    <fieldset className={styles.filters}>
      <legend className="meta">{WORDS.filters}</legend>
      <div className={styles.buttons}>
        <Button onPress={() => add({ kind: 'passes', activity, is: true })}>{WORDS.has}</Button>
        <Button onPress={() => add({ kind: 'passes', activity, is: false })}>{WORDS.hasnt}</Button>
        <Button onPress={() => add({ kind: 'starts', activity })}>{WORDS.begins}</Button>
        <Button onPress={() => add({ kind: 'ends', activity })}>{WORDS.ends}</Button>
      </div>
    </fieldset>
  );
}

/** Where people come from, or go on to, most first. */
function Neighbours({
  title,
  side,
  activity,
  graph,
  scope,
}: SelectionPanelProps & { readonly title: string; readonly side: 'from' | 'to'; readonly activity: string }) {
  const moves = graph.edges
    .filter((edge) => (side === 'from' ? edge.to : edge.from) === activity)
    .sort((a, b) => b.people - a.people);
  const node = graph.nodes.find((one) => one.activity === activity);
  const here = (side === 'from' ? node?.starts : node?.ends) ?? 0;
  const name = (edge: GraphEdge) => {
    const other = side === 'from' ? edge.from : edge.to;
    return other === activity ? WORDS.again(activity) : other;
  };
  return (
    <div>
      <h3>{title}</h3>
      {moves.length === 0 && here === 0 && <p className="meta">{WORDS.nowhere}</p>}
      <ul className={styles.list}>
        {moves.slice(0, LISTED).map((edge) => (
          <li key={`${edge.from}\n${edge.to}`}>
            <span>{name(edge)}</span>
            <span>
              <PeopleNumber behind={{ kind: 'edge', from: edge.from, to: edge.to }} scope={scope} what={name(edge)}>
                {formatCount(edge.people)}
              </PeopleNumber>
            </span>
          </li>
        ))}
        {here > 0 && (
          <li>
            <span>{side === 'from' ? WORDS.begin : WORDS.end}</span>
            <span>
              <PeopleNumber
                behind={{ kind: side === 'from' ? 'start' : 'end', activity }}
                scope={scope}
                what={side === 'from' ? WORDS.begin : WORDS.end}
              >
                {formatCount(here)}
              </PeopleNumber>
            </span>
          </li>
        )}
      </ul>
    </div>
  );
}
