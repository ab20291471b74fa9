import { NO_WORDS_SAYS, type SaidComment, type Theme } from '@continuo/core';
import { formatCount } from '@continuo/diagram';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useDeferredValue, useEffect, useState } from 'react';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../commands/live.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Choice, ChoiceChips, SearchField } from '../../../ui/field.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Refreshing, Skeleton } from '../../../ui/skeleton.tsx';
import type { FeedbackSearch } from '../../../url/search.ts';
import { FEEDBACK_WORDS } from '../../../words/feedback.ts';
import type { ChangeSearch } from '../../paths/use-paths.ts';
import { CommentRow } from '../comment-row.tsx';
import styles from '../feedback.module.css';
import { useThemes } from '../themes/use-themes.ts';
import type { Look } from '../use-feedback.ts';
import { PhraseChips } from './phrase-chips.tsx';

const WORDS = FEEDBACK_WORDS.comments;
const MOODS = ['all', 'unhappy', 'neutral', 'happy', 'none'] as const;
const STEP = 20;
const SEARCH_ID = 'comment-search';

/** Newest comments with contact details masked, narrowed by place, mood, theme and words. */
export function CommentsCard({
  look,
  search,
  change,
}: {
  readonly look: Look;
  readonly search: FeedbackSearch;
  readonly change: ChangeSearch<FeedbackSearch>;
}) {
  const { at, scope } = look;
  const { felt = null, theme = null, phrase = null } = search;
  const { data: themes } = useThemes();
  const query = useInfiniteQuery({
    queryKey: ['ask', 'comments', scope, at, felt, theme, phrase],
    queryFn: ({ pageParam, signal }) =>
      client.ask('comments', { scope, input: { at, felt, theme, phrase, cursor: pageParam, limit: STEP }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.result.next,
    placeholderData: keepPreviousData,
  });
  useCommand('list.search', () => document.getElementById(SEARCH_ID)?.focus());
  const pages = query.data?.pages ?? [];
  const comments = pages.flatMap((page) => page.result.comments);
  const first = pages[0];
  const isOff = first?.limits.includes(NO_WORDS_SAYS) ?? false;
  if (isOff)
    return (
      <Card title={WORDS.title}>
        <p>{WORDS.off}</p>
      </Card>
    );
  return (
    <Card
      title={WORDS.title}
      note={first && WORDS.shown(formatCount(comments.length), formatCount(first.result.matched))}
    >
      <div className={styles.narrow}>
        <ChoiceChips
          label={WORDS.mood}
          value={felt ?? 'all'}
          options={MOODS.map((id) => ({ id, text: WORDS.moods[id] }))}
          onChange={(id) => change({ felt: id === 'all' ? undefined : (id as FeedbackSearch['felt']) })}
        />
        <div className={styles.pair}>
          <Choice
            label={WORDS.theme}
            value={theme ?? ''}
            options={themeOptions(themes, theme)}
            onChange={(key) => change({ theme: key || undefined })}
          />
          <PhraseField
            text={phrase ?? ''}
            onText={(text) => change({ phrase: text || undefined }, { replace: true })}
          />
        </div>
        {search.at !== undefined && (
          <Button onPress={() => change({ at: undefined })}>
            {WORDS.only}: {at ? look.nameOf(at) : search.at}
            <X size={13} aria-hidden="true" />
            <span className="sr">. {WORDS.everywhere}</span>
          </Button>
        )}
        <PhraseChips look={look} felt={felt === 'none' ? null : felt} onChoose={(text) => change({ phrase: text })} />
      </div>
      <div className={styles.comments}>
        <Refreshing isOn={query.isFetching && comments.length > 0} />
        {query.error && <ProblemBox error={query.error} onRetry={() => void query.refetch()} />}
        {!query.data && !query.error && <Skeleton lines={5} />}
        {query.data && comments.length === 0 && <p>{(felt ?? theme ?? phrase) ? WORDS.none : WORDS.nobody}</p>}
        <CommentList comments={comments} look={look} />
        {query.hasNextPage && (
          <Button isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {WORDS.more}
          </Button>
        )}
        {first && first.result.coverage.texts >= first.result.coverage.most && (
          <p className="meta">{WORDS.looked(formatCount(first.result.coverage.most))}</p>
        )}
        {comments.length > 0 && <p className="meta">{WORDS.unmasked}</p>}
      </div>
    </Card>
  );
}

function CommentList({ comments, look }: { readonly comments: readonly SaidComment[]; readonly look: Look }) {
  return (
    <ul>
      {comments.map((comment) => (
        <CommentRow key={comment.id} comment={comment} nameOf={look.nameOf} isPlaceKnown={look.at !== null} />
      ))}
    </ul>
  );
}

function themeOptions(themes: readonly Theme[] | undefined, chosen: string | null) {
  const known = (themes ?? []).map(({ key, title }) => ({ id: key, text: title }));
  const isGone = chosen !== null && !known.some(({ id }) => id === chosen);
  return [{ id: '', text: WORDS.anyTheme }, ...known, ...(isGone ? [{ id: chosen, text: chosen }] : [])];
}

/** The box keeps what is typed; the address follows when typing rests, and is followed when it changes elsewhere. */
function PhraseField({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const settled = useDeferredValue(typed);
  useEffect(() => setTyped(text), [text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed changes the address
  useEffect(() => {
    if (settled.trim() === text) return;
    const timer = setTimeout(() => onText(settled.trim()), 250);
    return () => clearTimeout(timer);
  }, [settled]);
  return (
    <div className={styles.phrase}>
      <SearchField id={SEARCH_ID} label={WORDS.phrase} value={typed} onChange={setTyped} />
    </div>
  );
}
