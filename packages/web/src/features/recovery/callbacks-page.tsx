import type { CallbackTab } from '@continuo/contract';
import { formatCount } from '@continuo/diagram';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ChevronLeft, Clock, Users } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useMay } from '../../api/session.ts';
import { PageHead } from '../../app/page-head.tsx';
import { useIsWide } from '../../app/use-is-wide.ts';
import { useCommand } from '../../commands/live.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Empty } from '../../ui/empty.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { SCROLLABLE } from '../../ui/scrollable.ts';
import { Refreshing, Skeleton } from '../../ui/skeleton.tsx';
import { CALLBACK_RULES_WORDS } from '../../words/callback-rules.ts';
import { CALLBACK_WORDS as WORDS } from '../../words/callbacks.ts';
import { CallbackList, CallbackTabs } from './callback-list.tsx';
import { CallbackPanel } from './callback-panel.tsx';
import { CallbackStory } from './callback-story.tsx';
import styles from './callbacks.module.css';
import { GiveTo } from './give-to.tsx';
import { MeasuresLine } from './measures-line.tsx';
import { assigneesQuery, callbackQuery, useCallbacks } from './use-callbacks.ts';

/** People to be answered: who waits on the left, one of them on the right. */
export function CallbacksPage() {
  const { ws } = useParams({ from: '/w/$ws' });
  const { id } = useParams({ strict: false });
  const { tab = 'mine' } = useSearch({ strict: false }) as { readonly tab?: CallbackTab };
  const mayWork = useMay('operator');
  const isWide = useIsWide(720);
  const isAlone = !isWide && id !== undefined;
  return (
    <div className={styles.page}>
      <PageHead
        title={WORDS.title}
        after={!isAlone && <MeasuresLine />}
        actions={
          mayWork &&
          !isAlone && (
            <Link to="/w/$ws/callbacks/rules" params={{ ws }} className={buttonClass()}>
              <Clock size={14} strokeWidth={1.75} aria-hidden="true" />
              {CALLBACK_RULES_WORDS.link}
            </Link>
          )
        }
      />
      {mayWork ? (
        <Work tab={tab} open={id === undefined ? null : Number(id)} />
      ) : (
        <Empty title={WORDS.viewer.title} says={WORDS.viewer.says} />
      )}
    </div>
  );
}

function Work({ tab, open }: { readonly tab: CallbackTab; readonly open: number | null }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const navigate = useNavigate();
  const isWide = useIsWide(720);
  const [pages, setPages] = useState(1);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [isGiving, setGiving] = useState(false);
  const { data: list, error, isFetching, refetch } = useCallbacks(tab, pages);
  const items = list?.items ?? [];
  const at = items.findIndex((entry) => entry.id === open);
  const search = { tab: tab === 'mine' ? undefined : tab };
  const go = (by: -1 | 1) => () => {
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (next) void navigate({ to: '/w/$ws/callbacks/$id', params: { ws, id: String(next.id) }, search, replace: true });
  };
  const choose = (id: number) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  useCommand('list.next', go(1));
  useCommand('list.previous', go(-1));
  useCommand('callback.choose', () => open !== null && choose(open), open !== null);
  // The first one stands open beside the list; on a phone the list itself comes first.
  const first = items[0]?.id ?? null;
  useEffect(() => {
    if (isWide && open === null && first !== null)
      void navigate({
        to: '/w/$ws/callbacks/$id',
        params: { ws, id: String(first) },
        search: { tab: tab === 'mine' ? undefined : tab },
        replace: true,
      });
  }, [isWide, open, first, tab, ws, navigate]);
  // Nothing chosen: the one that is read.
  const toGive = chosen.length > 0 ? chosen : open === null || tab === 'closed' ? [] : [open];
  const showsList = isWide || open === null;
  return (
    <div className={styles.body}>
      {showsList && (
        <section className={styles.list} aria-label={WORDS.title}>
          <CallbackTabs tab={tab} counts={list?.counts ?? null} />
          <Refreshing isOn={isFetching && list !== undefined} />
          {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
          {!list && !error && <Skeleton lines={8} />}
          {list?.leftOut && <p className={`meta ${styles.note}`}>{WORDS.leftOut(formatCount(list.leftOut.people))}</p>}
          <div className={styles.scroll} {...SCROLLABLE}>
            {list && items.length > 0 && (
              <CallbackList
                list={list}
                open={open}
                chosen={chosen}
                onChoose={choose}
                onMore={() => setPages(pages + 1)}
              />
            )}
            {list && items.length === 0 && (list.isOn ? <Empty {...WORDS.empty[tab]} /> : <Off />)}
          </div>
          <div className={styles.foot}>
            <Button isDisabled={toGive.length === 0} onPress={() => setGiving(true)}>
              <Users size={14} strokeWidth={1.75} aria-hidden="true" />
              {WORDS.give}
            </Button>
            <span className="meta">{chosen.length > 0 && WORDS.chosen(formatCount(chosen.length))}</span>
            <p className={`meta ${styles.keys}`}>
              {WORDS.keys.map(([keys, text]) => (
                <span key={text}>
                  {keys.map((key) => (
                    <kbd key={key} className="kbd">
                      {key}
                    </kbd>
                  ))}{' '}
                  {text}
                </span>
              ))}
            </p>
            <p className="meta">{WORDS.anonymous}</p>
          </div>
        </section>
      )}
      {open === null ? (
        isWide && items.length > 0 && <Empty title={WORDS.choosing.title} says={WORDS.choosing.says} />
      ) : (
        <Open key={open} id={open} tab={tab} isWide={isWide} nowMs={list?.nowMs ?? null} timeZone={list?.timeZone} />
      )}
      {isGiving && (
        <GiveTo
          ids={toGive}
          onClose={() => setGiving(false)}
          onGiven={() => {
            setGiving(false);
            setChosen([]);
          }}
        />
      )}
    </div>
  );
}

function Open({
  id,
  tab,
  isWide,
  nowMs,
  timeZone = 'UTC',
}: {
  readonly id: number;
  readonly tab: CallbackTab;
  readonly isWide: boolean;
  readonly nowMs: number | null;
  readonly timeZone: string | undefined;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { data, error, refetch } = useQuery(callbackQuery(id));
  const assignees = useQuery(assigneesQuery);
  return (
    <div className={classes(styles.open, !isWide && styles.alone)}>
      {!isWide && (
        <Link
          to="/w/$ws/callbacks"
          params={{ ws }}
          search={{ tab: tab === 'mine' ? undefined : tab }}
          className={buttonClass('ghost')}
        >
          <ChevronLeft size={14} aria-hidden="true" />
          {WORDS.back}
        </Link>
      )}
      {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {!error && (data === undefined || nowMs === null) && <Skeleton lines={10} />}
      {data && nowMs !== null && (
        <>
          <CallbackStory callback={data} nowMs={nowMs} timeZone={timeZone} />
          <CallbackPanel callback={data} me={assignees.data?.me ?? null} timeZone={timeZone} />
        </>
      )}
    </div>
  );
}

/** Nothing opens call-backs yet: where to switch it on. */
function Off() {
  const { ws } = useParams({ from: '/w/$ws' });
  return (
    <Empty title={WORDS.off.title} says={WORDS.off.says}>
      <Link to="/w/$ws/callbacks/rules" params={{ ws }} className={buttonClass('primary')}>
        {WORDS.off.action}
      </Link>
    </Empty>
  );
}
