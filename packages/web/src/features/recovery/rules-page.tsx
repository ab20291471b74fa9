import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMay } from '../../api/session.ts';
import { PageHead } from '../../app/page-head.tsx';
import { Columns } from '../../ui/columns.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CALLBACK_RULES_WORDS as WORDS } from '../../words/callback-rules.ts';
import { CALLBACK_WORDS } from '../../words/callbacks.ts';
import { CalendarsCard } from './calendars-card.tsx';
import { RulesCard } from './rules-card.tsx';
import { SettingsCard } from './settings-card.tsx';
import { calendarsQuery, rulesQuery } from './use-rules.ts';

/** What opens call-backs, how far rules look, and the hours in which answers are promised. */
export function CallbackRulesPage() {
  const { ws } = useParams({ from: '/w/$ws' });
  const mayRead = useMay('operator');
  return (
    <>
      <PageHead
        title={WORDS.title}
        before={{
          text: CALLBACK_WORDS.title,
          link: (
            <Link to="/w/$ws/callbacks" params={{ ws }}>
              {CALLBACK_WORDS.title}
            </Link>
          ),
        }}
      />
      {mayRead ? <Rules /> : <Empty title={CALLBACK_WORDS.viewer.title} says={CALLBACK_WORDS.viewer.says} />}
    </>
  );
}

function Rules() {
  const isAdmin = useMay('admin');
  const rules = useQuery(rulesQuery);
  const calendars = useQuery(calendarsQuery);
  const error = rules.error ?? calendars.error;
  if (error)
    return (
      <ProblemBox
        error={error}
        onRetry={() => {
          void rules.refetch();
          void calendars.refetch();
        }}
      />
    );
  if (!rules.data || !calendars.data) return <Skeleton lines={8} />;
  return (
    <Columns
      beside={
        <>
          <CalendarsCard calendars={calendars.data} isAdmin={isAdmin} />
          <SettingsCard settings={rules.data.settings} isAdmin={isAdmin} />
        </>
      }
    >
      <RulesCard rules={rules.data.rules} calendars={calendars.data} isAdmin={isAdmin} />
    </Columns>
  );
}
