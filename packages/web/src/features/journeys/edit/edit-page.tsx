import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useMayEdit } from '../../../api/journeys.ts';
import { PageHead } from '../../../app/page-head.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { EDITOR_WORDS as WORDS } from '../../../words/map-editor.ts';
import { EditView } from './edit-view.tsx';
import { useDraft } from './use-draft.ts';

/** The editor of one map. */
export function EditPage() {
  const { ws, key } = useParams({ from: '/w/$ws/shell/journeys/$key/edit' });
  const where = useMemo(() => ({ ws, key }), [ws, key]);
  const { mayEdit } = useMayEdit();
  const navigate = useNavigate();
  const { data: store, error, refetch } = useDraft(ws, key);
  // A person who may only look is sent to the map: there is nothing to do here for them.
  useEffect(() => {
    if (!mayEdit) document.title = WORDS.viewer.title;
  }, [mayEdit]);
  if (!mayEdit)
    return (
      <>
        <PageHead title={WORDS.title} isSmall />
        <Empty title={WORDS.viewer.title} says={WORDS.viewer.says}>
          <Link to="/w/$ws/journeys/$key" params={{ ws, key }} className={buttonClass('primary')}>
            {WORDS.viewer.action}
          </Link>
        </Empty>
      </>
    );
  if (error)
    return (
      <>
        <PageHead title={WORDS.title} isSmall />
        <ProblemBox error={error} onRetry={() => void refetch()} />
      </>
    );
  if (!store)
    return (
      <>
        <PageHead title={WORDS.title} isSmall />
        <Skeleton height={320} />
      </>
    );
  return (
    <EditView
      key={key}
      store={store}
      where={where}
      onPublished={() => void navigate({ to: '/w/$ws/journeys/$key/versions', params: { ws, key } })}
    />
  );
}
