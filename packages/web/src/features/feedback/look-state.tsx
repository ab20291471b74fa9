import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FEEDBACK_WORDS as WORDS } from '../../words/feedback.ts';
import type { Look, useFeedbackSearch } from './use-feedback.ts';

export interface Asked<T> {
  readonly data: { readonly result: T } | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** What was asked, once it is there; until then, or when it cannot be, what stands in the way. */
export function LookState<T>({
  look,
  control: [, change],
  asked,
  children,
}: {
  readonly look: Look;
  readonly control: ReturnType<typeof useFeedbackSearch>;
  readonly asked: Asked<T>;
  readonly children: (result: T) => ReactNode;
}) {
  if (look.isGone)
    return (
      <Empty title={WORDS.noMap.title} says={WORDS.noMap.says}>
        <Button look="primary" onPress={() => change({ map: undefined, at: undefined })}>
          {WORDS.noMap.action}
        </Button>
      </Empty>
    );
  const error = look.error ?? asked.error;
  if (error) return <ProblemBox error={error} onRetry={() => void asked.refetch()} />;
  if (look.progress !== null)
    return (
      <p role="status" className="meta">
        {WORDS.counting(`${Math.round(100 * look.progress)}%`)}
      </p>
    );
  if (!asked.data) return <Skeleton lines={6} />;
  return children(asked.data.result);
}
