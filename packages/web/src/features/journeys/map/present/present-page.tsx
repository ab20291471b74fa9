import type { Journey } from '@continuo/contract';
import { drawPresent } from '@continuo/diagram';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { usePageTitle } from '../../../../app/page-title.ts';
import { useCommand } from '../../../../commands/live.ts';
import { svgOf } from '../../../../diagrams/svg-host.ts';
import { announce } from '../../../../ui/announcer.tsx';
import { IconButton } from '../../../../ui/button.tsx';
import { Empty } from '../../../../ui/empty.tsx';
import { ProblemBox } from '../../../../ui/problem-box.tsx';
import { SCROLLABLE } from '../../../../ui/scrollable.ts';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { MAP_WORDS } from '../../../../words/map.ts';
import { useLook } from '../use-map-page.ts';
import { useSide } from '../use-side.ts';
import { WithJourney } from '../with-journey.tsx';
import styles from './present.module.css';

const WORDS = MAP_WORDS.presenting;

/** One stage at a time, large enough for a room. */
export function PresentPage() {
  const { key } = useParams({ from: '/w/$ws/journeys/$key/present' });
  return (
    <main id="page" className={styles.page}>
      <WithJourney journeyKey={key}>{(journey) => <Present key={key} journey={journey} />}</WithJourney>
    </main>
  );
}

function Present({ journey }: { readonly journey: Journey }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const search = useSearch({ from: '/w/$ws/journeys/$key/present' });
  const navigate = useNavigate();
  const look = useLook(journey, search);
  const side = useSide({ journey, ...look, layer: search.layer ?? 'both', hasBefore: true });
  const { view } = side;
  const count = view?.stages.length ?? 0;
  const at = Math.min(count, search.stage ?? 1);
  const scene = useMemo(
    () => (view === null || at < 1 ? null : drawPresent(view, at - 1, search.lanes?.split('|'))),
    [view, at, search.lanes],
  );
  const go = (stage: number) => () => {
    if (stage < 1 || stage > count) return;
    void navigate({ to: '.', search: (last: object) => ({ ...last, stage }), replace: true } as never);
  };
  const { from, to, f, judged, layer } = search;
  const close = () =>
    void navigate({
      to: '/w/$ws/journeys/$key',
      params: { ws, key: journey.key },
      search: { from, to, f, judged, layer },
    });
  useCommand('present.next', go(at + 1), at < count);
  useCommand('present.previous', go(at - 1), at > 1);
  useCommand('present.close', close);
  const stage = view?.stages[at - 1];
  usePageTitle([...(stage ? [stage.title] : []), journey.title]);
  useEffect(() => {
    if (stage) announce(`${stage.title}. ${WORDS.stage(at, count)}`);
  }, [stage, at, count]);
  return (
    <>
      <h1 className="sr">{stage ? `${stage.title}: ${journey.title}` : journey.title}</h1>
      {side.error !== null ? (
        <ProblemBox error={side.error} onRetry={side.refetch} />
      ) : view === null ? (
        <Skeleton height={480} />
      ) : scene === null ? (
        <Empty title={WORDS.none} says={MAP_WORDS.states.empty} />
      ) : (
        <Slide scene={scene} />
      )}
      {scene && scene.notes.length > 0 && <p className={styles.notes}>{scene.notes.join(' ')}</p>}
      <div className={styles.buttons}>
        <IconButton name={WORDS.before} onPress={go(at - 1)}>
          <ChevronLeft size={15} aria-hidden="true" />
        </IconButton>
        <IconButton name={WORDS.next} onPress={go(at + 1)}>
          <ChevronRight size={15} aria-hidden="true" />
        </IconButton>
        <IconButton name={WORDS.close} onPress={close}>
          <X size={15} aria-hidden="true" />
        </IconButton>
      </div>
    </>
  );
}

/** The drawing as large as the screen; what it shows is said in its title and description. */
function Slide({ scene }: { readonly scene: ReturnType<typeof drawPresent> }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const svg = svgOf(scene, 'present');
    svg.setAttribute('width', '100%');
    svg.setAttribute('height', '100%');
    host.current?.replaceChildren(svg);
  }, [scene]);
  return <div className={styles.slide} ref={host} {...SCROLLABLE} />;
}
