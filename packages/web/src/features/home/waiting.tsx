import type { Home } from '@continuo/contract';
import { formatDateTime } from '@continuo/diagram';
import { Bell, CalendarCheck, Ellipsis, PencilLine, PhoneCall } from 'lucide-react';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { HOME_WORDS } from '../../words/home.ts';
import styles from './home.module.css';
import { HomeLink } from './home-link.tsx';

const WORDS = HOME_WORDS.waiting;
const ICONS = { alert: Bell, callbacks: PhoneCall, review: CalendarCheck, draft: PencilLine, more: Ellipsis } as const;

/** Alerts, call-backs, reviews and drafts that wait for the reader, in one list. */
export function WaitingForYou({ home, className }: { readonly home: Home; readonly className?: string | undefined }) {
  return (
    <Card title={WORDS.title} note={formatDateTime(home.nowMs, home.timeZone)} className={className}>
      {home.waiting.length === 0 && <p className="meta">{WORDS.none}</p>}
      <ul>
        {home.waiting.map(({ kind, title, detail, action, link }) => {
          const Icon = ICONS[kind];
          return (
            <li key={`${kind} ${title}`} className={styles.line}>
              <span className={styles.tile}>
                <Icon size={13} strokeWidth={1.75} aria-hidden="true" />
              </span>
              <div>
                <b>{title}</b>
                {detail !== '' && <div className="meta">{detail}</div>}
                <HomeLink target={link} className={buttonClass('link')}>
                  {action}
                  <span className="sr">: {title}</span>
                </HomeLink>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
