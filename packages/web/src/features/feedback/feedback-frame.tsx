import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageHead } from '../../app/page-head.tsx';
import { useCommand } from '../../commands/live.ts';
import { ShareButton } from '../../diagrams/share-button.tsx';
import { FEEDBACK_WORDS as WORDS } from '../../words/feedback.ts';
import tabs from '../paths/paths-frame.module.css';
import styles from './feedback.module.css';
import { useFeedbackSearch } from './use-feedback.ts';

const PAGES = ['answers', 'themes', 'loved', 'surveys'] as const;
type FeedbackPage = (typeof PAGES)[number];

const ADDRESSES = {
  answers: '/w/$ws/feedback',
  themes: '/w/$ws/feedback/themes',
  loved: '/w/$ws/feedback/loved',
  surveys: '/w/$ws/feedback/surveys',
} as const satisfies Record<FeedbackPage, string>;

/** Title, tabs and body of a Feedback page; tabs keep period, filters and map. */
export function FeedbackFrame({
  note,
  actions,
  bar,
  children,
}: {
  readonly note?: string;
  readonly actions?: ReactNode;
  /** The row of filters. */
  readonly bar?: ReactNode;
  readonly children: ReactNode;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const [{ from, to, f, map }] = useFeedbackSearch();
  const kept = { from, to, f, map };
  return (
    <div className={styles.page}>
      <PageHead
        title={WORDS.title}
        after={
          <>
            <nav className={tabs.tabs} aria-label={WORDS.tabsLabel}>
              {PAGES.map((page) => (
                <Link
                  key={page}
                  to={ADDRESSES[page]}
                  params={{ ws }}
                  search={kept}
                  activeOptions={{ exact: true, includeSearch: false }}
                  className={tabs.tab}
                >
                  {WORDS.tabs[page]}
                </Link>
              ))}
            </nav>
            {note && <span className="meta">{note}</span>}
          </>
        }
        actions={
          <>
            {actions}
            <ShareButton />
          </>
        }
      />
      {PAGES.map((page) => (
        <TabKey key={page} page={page} search={kept} />
      ))}
      {bar}
      <div className={styles.body}>{children}</div>
    </div>
  );
}

/** Answers the key of one tab. */
function TabKey({ page, search }: { readonly page: FeedbackPage; readonly search: object }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const navigate = useNavigate();
  useCommand(`feedback.${page}`, () => void navigate({ to: ADDRESSES[page], params: { ws }, search } as never));
  return null;
}
