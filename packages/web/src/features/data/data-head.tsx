import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay, useSession } from '../../api/session.ts';
import { PageHead } from '../../app/page-head.tsx';
import { DATA_WORDS as WORDS } from '../../words/data.ts';
import { PRIVACY_WORDS, WEBHOOK_WORDS } from '../../words/settings.ts';
import { TOUCHPOINTS_WORDS } from '../../words/touchpoints.ts';
import tabs from '../paths/paths-frame.module.css';

const PAGES = ['imports', 'sources', 'events', 'touchpoints'] as const;
const ADMIN_PAGES = ['members', 'webhooks', 'audit'] as const;
const NAMES = {
  ...WORDS.pages,
  touchpoints: TOUCHPOINTS_WORDS.title,
  webhooks: WEBHOOK_WORDS.title,
  privacy: PRIVACY_WORDS.title,
};

/** Title row of the Data pages. */
export function DataHead({
  title,
  note,
  actions,
}: {
  readonly title: string;
  readonly note?: string;
  readonly actions?: ReactNode;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { user } = useSession();
  const isAdmin = useMay('admin');
  const pages = [
    ...PAGES,
    ...(isAdmin ? ADMIN_PAGES : []),
    'privacy' as const,
    ...(user ? (['account'] as const) : []),
  ];
  return (
    <PageHead
      title={title}
      isSmall
      before={{
        text: WORDS.title,
        link: (
          <Link to="/w/$ws/data/imports" params={{ ws }}>
            {WORDS.title}
          </Link>
        ),
      }}
      after={
        <>
          <nav className={tabs.tabs} aria-label={WORDS.pagesLabel}>
            {pages.map((page) => (
              <Link
                key={page}
                to={`/w/$ws/data/${page}`}
                params={{ ws }}
                className={tabs.tab}
                activeOptions={{ exact: true }}
              >
                {NAMES[page]}
              </Link>
            ))}
          </nav>
          {note && <span className="meta">{note}</span>}
        </>
      }
      actions={actions}
    />
  );
}
