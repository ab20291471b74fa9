import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { queryClient } from '../api/client.ts';
import { ProblemBox } from '../ui/problem-box.tsx';
import { SHELL_WORDS } from '../words/shell.ts';

/** What stands in place of a page that broke. */
export function PageProblem({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <main id="page">
      <h1 className="sr">{SHELL_WORDS.crashed.title}</h1>
      <ProblemBox
        error={error}
        onRetry={() => {
          void queryClient.resetQueries();
          reset();
          void router.invalidate();
        }}
      />
    </main>
  );
}
