import type { Story } from '@continuo/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, type LucideIcon, Printer, Users, X } from 'lucide-react';
import type { CSSProperties } from 'react';
import { storyQuery, useOverview } from '../../api/hooks.ts';
import { useSeen } from '../../api/use-seen.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useCommand } from '../../commands/live.ts';
import { Button, buttonClass, IconButton } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Logo } from '../../ui/logo.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { pack } from '../../url/filters.ts';
import { STORY_WORDS as WORDS } from '../../words/story.ts';
import { OpenCallback } from '../recovery/open-callback.tsx';
import { Costs } from './costs.tsx';
import { Moments } from './moments.tsx';
import styles from './story.module.css';

/** So many moments fit a printed page in full size; more are set smaller, down to a third. */
const FITS = 26;

/** One customer's journey, full screen. */
export function StoryPage() {
  const { ws, run } = useParams({ from: '/w/$ws/stories/$run' });
  const { data, error, refetch } = useQuery(storyQuery(run));
  useSeen('readStory', data !== undefined);
  const navigate = useNavigate();
  const close = () => void navigate({ to: '/w/$ws/home', params: { ws } });
  usePageTitle([data?.title ?? WORDS.moments]);
  useCommand('story.close', close);
  if (error) {
    return (
      <main id="page">
        <h1 className="sr">{WORDS.notFound}</h1>
        <ProblemBox error={error} onRetry={() => void refetch()} />
        <IconButton name={WORDS.close} onPress={close}>
          <X size={14} aria-hidden="true" />
        </IconButton>
      </main>
    );
  }
  if (!data) {
    return (
      <main id="page">
        <Skeleton height={400} />
      </main>
    );
  }
  return <OpenStory story={data} onClose={close} />;
}

function OpenStory({ story, onClose }: { readonly story: Story; readonly onClose: () => void }) {
  const { ws } = useParams({ from: '/w/$ws/stories/$run' });
  const { hasCases } = useOverview();
  const navigate = useNavigate();
  const turn = (run: string | null) => () => {
    if (run) void navigate({ to: '/w/$ws/stories/$run', params: { ws, run } });
  };
  const unit = story.run.startsWith('c') || !hasCases ? undefined : ('person' as const);
  const { others: counted } = story;
  const others =
    counted &&
    (counted.place === null
      ? {
          to: '/w/$ws/paths/graph' as const,
          params: { ws },
          search: { sel: pack(['at', counted.activity]), unit },
        }
      : {
          to: '/w/$ws/journeys/$key' as const,
          params: { ws, key: counted.place.journey },
          search: { step: `step:${counted.place.step}` },
        });
  useCommand('story.previous', turn(story.previous), story.previous !== null);
  useCommand('story.next', turn(story.next), story.next !== null);
  useCommand('story.print', () => window.print());
  useCommand('story.others', () => others && void navigate(others), others !== null);
  const fit = { '--fit': Math.max(0.34, Math.min(1, FITS / story.moments.length)) } as CSSProperties;
  return (
    <main id="page" className={styles.story} style={fit}>
      <header className={styles.head}>
        <div className={styles.title}>
          <Logo size={26} />
          <div>
            <div className="meta">{WORDS.kicker}</div>
            <h1>{story.title}</h1>
          </div>
        </div>
        {story.chips.map((chip) => (
          <Chip key={chip.text} tone={chip.tone}>
            {chip.text}
          </Chip>
        ))}
        <OpenCallback person={story.person} />
        <Button onPress={() => window.print()}>
          <Printer size={14} strokeWidth={1.75} aria-hidden="true" />
          {WORDS.print}
        </Button>
        <span className={styles.turn}>
          <Turn name={WORDS.previous} icon={ChevronLeft} sign="←" run={story.previous} onTurn={turn(story.previous)} />
          <Turn name={WORDS.next} icon={ChevronRight} sign="→" run={story.next} onTurn={turn(story.next)} />
        </span>
        <IconButton name={WORDS.close} onPress={onClose}>
          <X size={14} aria-hidden="true" />
        </IconButton>
      </header>
      <div className={styles.body}>
        <Moments story={story} />
        <Costs story={story} />
      </div>
      {story.others && others && (
        <footer className={styles.others}>
          <Users size={22} strokeWidth={1.75} aria-hidden="true" />
          <p>
            <b>{WORDS.others}</b> {story.others.sentence}
          </p>
          <Link {...others} className={buttonClass('primary', 'large')}>
            {WORDS.see}
          </Link>
          <span className="kbd" aria-hidden="true">
            Enter
          </span>
        </footer>
      )}
    </main>
  );
}

function Turn({
  name,
  icon: Icon,
  sign,
  run,
  onTurn,
}: {
  readonly name: string;
  readonly icon: LucideIcon;
  readonly sign: string;
  readonly run: string | null;
  readonly onTurn: () => void;
}) {
  return (
    <Button onPress={onTurn} isDisabled={run === null}>
      <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
      <span className="kbd" aria-hidden="true">
        {sign}
      </span>
      <span className="sr">{name}</span>
    </Button>
  );
}
