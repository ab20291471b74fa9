import type { FocusStop } from '@continuo/diagram';
import { counted, drawAtlas } from '@continuo/diagram';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useRef } from 'react';
import { journeyQuery, useEventsSeen, useJourneys, useMayEdit } from '../../../api/journeys.ts';
import { PageHead } from '../../../app/page-head.tsx';
import { useIsWide } from '../../../app/use-is-wide.ts';
import { useCommand } from '../../../commands/live.ts';
import { Drawing } from '../../../diagrams/drawing.tsx';
import { useSize } from '../../../diagrams/use-size.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { JOURNEYS_WORDS as WORDS } from '../../../words/journeys.ts';
import styles from './atlas.module.css';
import { AtlasBoard } from './atlas-board.tsx';
import { AtlasList } from './atlas-list.tsx';
import { placeJourneys } from './place-journeys.ts';
import { useStatuses } from './use-statuses.ts';

const NewMap = lazy(() => import('../new/new-map.tsx').then((part) => ({ default: part.NewMap })));

type Way = 'blank' | 'starter' | 'data' | 'paste' | 'file';

/** Every journey on the loop that customers go round, by stage, and as a list. */
export function AtlasPage() {
  const { ws } = useParams({ from: '/w/$ws' });
  const { new: making, event } = useSearch({ from: '/w/$ws/shell/journeys' });
  const navigate = useNavigate();
  const { mayEdit } = useMayEdit();
  const isWide = useIsWide(720);
  const { data, error, refetch } = useJourneys();
  const events = useEventsSeen(0).data;
  const entries = useMemo(() => data ?? [], [data]);
  const loopKey = entries.find(({ level, status }) => level === 'lifecycle' && status !== 'retired')?.key;
  const loop = useQuery({ ...journeyQuery(loopKey ?? ''), enabled: loopKey !== undefined, staleTime: 15_000 }).data;
  const statuses = useStatuses(entries);
  const working = useMemo(() => entries.filter(({ status }) => status !== 'retired'), [entries]);
  const placed = useMemo(() => placeJourneys(loop?.draft ?? null, working, events ?? []), [loop, working, events]);
  const make = (way: Way, name?: string) =>
    void navigate({ to: '/w/$ws/journeys', params: { ws }, search: { new: way, event: name } });
  const close = () => void navigate({ to: '/w/$ws/journeys', params: { ws }, search: {} });
  useCommand('journeys.new', () => make('blank'), mayEdit);
  const titleOf = (key: string) => entries.find((one) => one.key === key)?.title;
  const connected = entries.filter((one) => one.connected > 0).length;
  return (
    <>
      <PageHead
        title={WORDS.title}
        after={
          entries.length > 0 && (
            <span className="meta">{WORDS.says(counted(entries.length, 'journey'), String(connected))}</span>
          )
        }
        actions={
          mayEdit && (
            <Button look="primary" onPress={() => make('blank')}>
              <Plus size={14} aria-hidden="true" />
              {WORDS.newMap}
            </Button>
          )
        }
      />
      <div className={styles.page}>
        {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton height={280} />}
        {data?.length === 0 && (
          <Empty title={WORDS.empty.title} says={mayEdit ? WORDS.empty.says : WORDS.viewer}>
            {mayEdit && (
              <>
                <Button look="primary" onPress={() => make('starter')}>
                  {WORDS.newMap}
                </Button>
                <Button onPress={() => make('data')}>{WORDS.empty.data}</Button>
              </>
            )}
          </Empty>
        )}
        {entries.length > 0 && (
          <>
            {isWide && placed.stages.length > 0 && (
              <Card title={loop?.title ?? WORDS.loop.title} note={WORDS.loop.title}>
                <Loop
                  placed={placed}
                  statuses={statuses}
                  onStop={({ id }) => {
                    const [kind, key = ''] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
                    if (kind === 'journey') void navigate({ to: '/w/$ws/journeys/$key', params: { ws, key } });
                    else document.getElementById(`stage-${key}`)?.scrollIntoView({ block: 'start' });
                  }}
                />
              </Card>
            )}
            {loopKey === undefined && <p className="meta">{WORDS.loop.none}</p>}
            <AtlasBoard
              placed={placed}
              statuses={statuses}
              ws={ws}
              titleOf={titleOf}
              mayEdit={mayEdit}
              isKnown={events !== undefined}
              onDraw={(name) => make('data', name)}
            />
            <AtlasList entries={entries} statuses={statuses} ws={ws} />
          </>
        )}
      </div>
      <Suspense>
        {making && mayEdit && (
          <NewMap way={making} event={event ?? null} onWay={(way) => make(way, event)} onClose={close} />
        )}
      </Suspense>
    </>
  );
}

function Loop({
  placed,
  statuses,
  onStop,
}: {
  readonly placed: ReturnType<typeof placeJourneys>;
  readonly statuses: ReturnType<typeof useStatuses>;
  readonly onStop: (stop: FocusStop) => void;
}) {
  const host = useRef<HTMLDivElement>(null);
  const { width } = useSize(host);
  const scene = useMemo(
    () =>
      drawAtlas(
        {
          title: WORDS.loop.title,
          stages: placed.stages.map(({ stage, journeys, blind }) => ({
            id: stage.id,
            title: stage.title,
            blind: blind.map(({ name }) => name),
            journeys: journeys.map(({ key, title }) => ({
              key,
              title,
              ...(statuses.get(key) ?? { status: 'none' as const, words: WORDS.card.notKnown }),
            })),
          })),
        },
        { width },
      ),
    [placed, statuses, width],
  );
  return <div ref={host}>{width > 0 && <Drawing scene={scene} onStop={onStop} />}</div>;
}
