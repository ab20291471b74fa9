import type { HomeLink as Target } from '@continuo/contract';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A link to where a line of Home leads. */
export function HomeLink({
  target,
  className,
  children,
}: {
  readonly target: Target;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const look = className === undefined ? {} : { className };
  switch (target.to) {
    case 'gap':
      return (
        <Link
          to="/w/$ws/journeys/$key/gaps"
          params={{ ws, key: target.journey }}
          search={{ gap: target.gap }}
          {...look}
        >
          {children}
        </Link>
      );
    case 'review':
      return (
        <Link to="/w/$ws/journeys/$key/gaps" params={{ ws, key: target.journey }} {...look}>
          {children}
        </Link>
      );
    case 'draft':
      return (
        <Link to="/w/$ws/journeys/$key/edit" params={{ ws, key: target.journey }} {...look}>
          {children}
        </Link>
      );
    case 'callbacks':
      return (
        <Link to="/w/$ws/callbacks" params={{ ws }} search={{ tab: target.tab }} {...look}>
          {children}
        </Link>
      );
    case 'journeys':
      return (
        <Link to="/w/$ws/journeys" params={{ ws }} {...look}>
          {children}
        </Link>
      );
    case 'alert':
      return (
        <Link to="/w/$ws/alerts/$id" params={{ ws, id: target.id }} {...look}>
          {children}
        </Link>
      );
    case 'alerts':
      return (
        <Link to="/w/$ws/alerts" params={{ ws }} {...look}>
          {children}
        </Link>
      );
  }
}
