import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEventsSeen, useMayEdit } from '../../../api/journeys.ts';
import { PageHead } from '../../../app/page-head.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { CONNECT_WORDS as WORDS } from '../../../words/connect.ts';
import { EDITOR_WORDS } from '../../../words/map-editor.ts';
import { useDraft } from '../edit/use-draft.ts';
import styles from './connect.module.css';
import { ConnectView } from './connect-view.tsx';

/** Which events are which step: the plan on the left, what really happened on the right. */
export function ConnectPage() {
  const { ws, key } = useParams({ from: '/w/$ws/shell/journeys/$key/connect' });
  const { step, q } = useSearch({ from: '/w/$ws/shell/journeys/$key/connect' });
  const navigate = useNavigate();
  const { mayEdit } = useMayEdit();
  const { data: store, error, refetch } = useDraft(ws, key);
  const seen = useEventsSeen(3);
  const change = (search: { readonly step?: string; readonly q?: string }, isTyping: boolean) =>
    void navigate({
      to: '.',
      search: (last: object) => ({ ...last, ...search }),
      replace: isTyping,
      resetScroll: false,
    } as never);
  const head = (
    <PageHead
      title={WORDS.title}
      isSmall
      before={{
        text: EDITOR_WORDS.journeys,
        link: (
          <Link to="/w/$ws/journeys/$key" params={{ ws, key }}>
            {store?.state().contract.title ?? WORDS.map}
          </Link>
        ),
      }}
      actions={
        <Link to="/w/$ws/journeys/$key/edit" params={{ ws, key }} className={buttonClass()}>
          {WORDS.edit}
        </Link>
      }
    />
  );
  if (!mayEdit)
    return (
      <>
        {head}
        <Empty title={EDITOR_WORDS.viewer.title} says={EDITOR_WORDS.viewer.says}>
          <Link to="/w/$ws/journeys/$key" params={{ ws, key }} className={buttonClass('primary')}>
            {EDITOR_WORDS.viewer.action}
          </Link>
        </Empty>
      </>
    );
  return (
    <>
      {head}
      <div className={styles.page}>
        {(error ?? seen.error) && (
          <ProblemBox
            error={error ?? seen.error}
            onRetry={() => {
              void refetch();
              void seen.refetch();
            }}
          />
        )}
        {(!store || !seen.data) && !error && !seen.error && <Skeleton height={320} />}
        {seen.data?.length === 0 && (
          <Empty title={WORDS.title} says={WORDS.noEvents}>
            <Link to="/w/$ws/data/imports" params={{ ws }} className={buttonClass('primary')}>
              {WORDS.importData}
            </Link>
          </Empty>
        )}
        {store && seen.data && seen.data.length > 0 && (
          <ConnectView
            store={store}
            journey={key}
            seen={seen.data}
            chosen={step ?? null}
            search={q ?? ''}
            onChange={change}
          />
        )}
      </div>
    </>
  );
}
