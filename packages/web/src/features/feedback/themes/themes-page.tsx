import { NO_WORDS_SAYS, type Theme, type ThemeCount } from '@continuo/core';
import { counted, formatCount } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer } from '../../../api/hooks.ts';
import { useMay } from '../../../api/session.ts';
import { useCommand } from '../../../commands/live.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Refreshing, Skeleton } from '../../../ui/skeleton.tsx';
import type { FeedbackSearch } from '../../../url/search.ts';
import { FEEDBACK_WORDS } from '../../../words/feedback.ts';
import { CommentRow } from '../comment-row.tsx';
import { FeedbackFrame } from '../feedback-frame.tsx';
import { LookBar } from '../look-bar.tsx';
import { LookState } from '../look-state.tsx';
import { MoodCounts } from '../mood-counts.tsx';
import { type Look, useFeedbackSearch, useLook } from '../use-feedback.ts';
import { RemoveTheme } from './remove-theme.tsx';
import { SuggestedWords } from './suggested-words.tsx';
import { ThemeForm } from './theme-form.tsx';
import styles from './themes.module.css';
import { useThemes } from './use-themes.ts';

const WORDS = FEEDBACK_WORDS.themes;

type Doing =
  | { readonly to: 'add'; readonly phrase: string | null }
  | { readonly to: 'edit' | 'remove'; readonly theme: Theme };

/** The codebook: what customers speak of, how many, how they felt, and their words; changed in place. */
export function ThemesPage() {
  const control = useFeedbackSearch();
  const [search] = control;
  const look = useLook(search);
  const mayEdit = useMay('editor');
  const { data: themes, error, refetch } = useThemes();
  const asked = useAnswer('themes', look.scope, { at: look.at, quotes: 2 }, { isOn: look.isReady });
  const [doing, setDoing] = useState<Doing | null>(null);
  const isOff = asked.data?.limits.includes(NO_WORDS_SAYS) ?? false;
  const close = () => setDoing(null);
  useCommand('feedback.new', () => setDoing({ to: 'add', phrase: null }), mayEdit);
  const add = mayEdit && (
    <Button look="primary" onPress={() => setDoing({ to: 'add', phrase: null })}>
      {WORDS.add}
    </Button>
  );
  return (
    <FeedbackFrame
      note={WORDS.note}
      actions={themes && themes.length > 0 && add}
      bar={<LookBar control={control} customers={undefined} />}
    >
      <Refreshing isOn={asked.isFetching && asked.data !== undefined} />
      {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {!themes && !error && <Skeleton lines={6} />}
      {themes && (
        <LookState look={look} control={control} asked={asked}>
          {(counts) => (
            <>
              {isOff && <p>{FEEDBACK_WORDS.comments.off}</p>}
              {themes.length === 0 && (
                <Empty
                  title={WORDS.none.title}
                  says={mayEdit ? WORDS.none.says : `${WORDS.none.says} ${WORDS.none.viewer}`}
                >
                  {add}
                </Empty>
              )}
              <ul className={styles.themes}>
                {inOrder(themes, counts.themes).map(([theme, count]) => (
                  <ThemeRow
                    key={theme.key}
                    theme={theme}
                    count={count}
                    isOff={isOff}
                    look={look}
                    search={search}
                    onDo={mayEdit ? (to) => setDoing({ to, theme }) : null}
                  />
                ))}
              </ul>
              {counts.none > 0 && themes.length > 0 && (
                <p className="meta">{WORDS.rest(counted(counts.none, FEEDBACK_WORDS.customer))}</p>
              )}
              {counts.coverage.texts >= counts.coverage.most && (
                <p className="meta">{FEEDBACK_WORDS.comments.looked(formatCount(counts.coverage.most))}</p>
              )}
              <SuggestedWords
                phrases={counts.suggestions}
                onChoose={mayEdit ? (phrase) => setDoing({ to: 'add', phrase }) : null}
              />
            </>
          )}
        </LookState>
      )}
      {doing?.to === 'add' && <ThemeForm theme={null} phrase={doing.phrase} all={themes ?? []} onClose={close} />}
      {doing?.to === 'edit' && <ThemeForm theme={doing.theme} all={themes ?? []} onClose={close} />}
      {doing?.to === 'remove' && <RemoveTheme theme={doing.theme} onClose={close} />}
    </FeedbackFrame>
  );
}

/** Most spoken of first; those nobody spoke of after them, by title. */
function inOrder(
  themes: readonly Theme[],
  counts: readonly ThemeCount[],
): readonly (readonly [Theme, ThemeCount | null])[] {
  const byKey = new Map(counts.map((count) => [count.key, count]));
  return themes
    .map((theme) => [theme, byKey.get(theme.key) ?? null] as const)
    .toSorted((a, b) => (b[1]?.people ?? 0) - (a[1]?.people ?? 0));
}

function ThemeRow({
  theme,
  count,
  isOff,
  look,
  search,
  onDo,
}: {
  readonly theme: Theme;
  readonly count: ThemeCount | null;
  /** Free text is switched off: nobody is counted. */
  readonly isOff: boolean;
  readonly look: Look;
  readonly search: FeedbackSearch;
  readonly onDo: ((what: 'edit' | 'remove') => void) | null;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const words = theme.words.flatMap(({ any }) => any);
  const { from, to, f, map } = search;
  return (
    <li className={styles.theme}>
      <div className={styles.themeHead}>
        <h2>{theme.title}</h2>
        {count && count.people > 0 ? (
          <>
            <Link
              to="/w/$ws/feedback"
              params={{ ws }}
              search={{ from, to, f, map, theme: theme.key }}
              className={buttonClass('link')}
            >
              {WORDS.spoke(counted(count.people, FEEDBACK_WORDS.customer))}
            </Link>
            {count.comments > count.people && (
              <span className="meta">{WORDS.inComments(counted(count.comments, FEEDBACK_WORDS.comment))}</span>
            )}
            <MoodCounts voices={count.voices} />
          </>
        ) : (
          !isOff && <span className="meta">{WORDS.noneSpoke}</span>
        )}
        {onDo && (
          <span className={styles.deeds}>
            <Button look="ghost" onPress={() => onDo('edit')}>
              {WORDS.change}
              <span className="sr"> {theme.title}</span>
            </Button>
            <Button look="ghost" onPress={() => onDo('remove')}>
              {WORDS.remove.button}
              <span className="sr"> {theme.title}</span>
            </Button>
          </span>
        )}
      </div>
      <p className={`meta ${styles.themeWords}`}>{words.join(' · ')}</p>
      {count && count.quotes.length > 0 && (
        <ul aria-label={WORDS.quotes(theme.title)}>
          {count.quotes.map((quote) => (
            <CommentRow key={quote.id} comment={quote} nameOf={look.nameOf} isPlaceKnown={false} />
          ))}
        </ul>
      )}
    </li>
  );
}
