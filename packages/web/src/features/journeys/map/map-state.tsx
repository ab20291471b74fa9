import type { Journey } from '@continuo/contract';
import type { MapView } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { Link2 } from 'lucide-react';
import { useMay } from '../../../api/session.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Progress } from '../../../ui/progress.tsx';
import type { MapSearch } from '../../../url/search.ts';
import { MAP_WORDS } from '../../../words/map.ts';
import { PATHS_WORDS } from '../../../words/paths.ts';
import { UI_WORDS } from '../../../words/ui.ts';
import type { ChangeSearch } from '../../paths/use-paths.ts';
import styles from './map-page.module.css';
import type { Side } from './use-side.ts';

const WORDS = MAP_WORDS.states;

/** What stands in the way of numbers, in words, with one thing to do; nothing when nothing does. */
export function MapState({
  journey,
  view,
  side,
  search,
  change,
}: {
  readonly journey: Journey;
  readonly view: MapView | null;
  readonly side: Side;
  readonly search: MapSearch;
  readonly change: ChangeSearch<MapSearch>;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const mayEdit = useMay('editor');
  const { judging, error } = side;
  if (error) return <ProblemBox error={error} onRetry={side.refetch} />;
  if (view?.columns.length === 0 && view.layer !== 'lived')
    return (
      <Empty title={WORDS.emptyTitle} says={WORDS.empty}>
        {mayEdit && <ToEditor ws={ws} journeyKey={journey.key} page="edit" text={MAP_WORDS.edit} />}
      </Empty>
    );
  if (judging?.error)
    return (
      <div className={styles.state} role="alert">
        <b>{WORDS.failed}</b>
        <span>{judging.error}</span>
        <Button onPress={side.refetch}>{UI_WORDS.retry}</Button>
      </div>
    );
  if (judging && !judging.isReady)
    return (
      <div className={styles.state}>
        <b>{WORDS.building}</b>
        <Progress
          label={WORDS.building}
          value={judging.progress ?? 0}
          says={judging.progress === null ? WORDS.waiting : WORDS.buildingSays(Math.round(100 * judging.progress))}
        />
      </div>
    );
  const lived = side.input?.lived ?? null;
  if (lived?.connected.n === 0)
    return (
      <div className={styles.state}>
        <b>{WORDS.connectTitle}</b>
        <span>{WORDS.connect}</span>
        {mayEdit && <ToEditor ws={ws} journeyKey={journey.key} page="connect" text={WORDS.connectAction} />}
      </div>
    );
  if (lived?.people === 0)
    return (
      <div className={styles.state}>
        <b>{WORDS.nobodyTitle}</b>
        <span>{WORDS.nobody}</span>
        {search.f !== undefined && <Button onPress={() => change({ f: undefined })}>{PATHS_WORDS.none.filter}</Button>}
        {(search.from ?? search.to) !== undefined && (
          <Button onPress={() => change({ from: undefined, to: undefined })}>{PATHS_WORDS.none.period}</Button>
        )}
      </div>
    );
  return null;
}

function ToEditor({
  ws,
  journeyKey,
  page,
  text,
}: {
  readonly ws: string;
  readonly journeyKey: string;
  readonly page: 'edit' | 'connect';
  readonly text: string;
}) {
  return (
    <Link
      to={`/w/$ws/journeys/$key/${page}` as never}
      params={{ ws, key: journeyKey } as never}
      className={buttonClass('primary')}
    >
      {page === 'connect' && <Link2 size={14} strokeWidth={1.75} aria-hidden="true" />}
      {text}
    </Link>
  );
}
