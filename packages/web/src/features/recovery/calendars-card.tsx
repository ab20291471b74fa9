import type { WorkingCalendar } from '@continuo/core';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CALLBACK_RULES_WORDS } from '../../words/callback-rules.ts';
import { CalendarDialog } from './calendar-dialog.tsx';
import styles from './rules.module.css';
import { sayWeek } from './week-hours.ts';

const WORDS = CALLBACK_RULES_WORDS.hours;

/** The hours in which answers are promised, each with its zone and days off. */
export function CalendarsCard({
  calendars,
  isAdmin,
}: {
  readonly calendars: readonly WorkingCalendar[];
  readonly isAdmin: boolean;
}) {
  const [open, setOpen] = useState<WorkingCalendar | 'new' | null>(null);
  return (
    <Card title={WORDS.title}>
      <p className="meta">{WORDS.note}</p>
      <ul>
        {calendars.map((calendar) => (
          <li key={calendar.key} className={styles.calendar}>
            <div className={styles.words}>
              <b>{calendar.title}</b>
              <p>{sayWeek(calendar.hours, WORDS.short)}</p>
              <p className="meta">
                {calendar.timeZone} ·{' '}
                {calendar.holidays.length === 0 ? WORDS.noneOff : WORDS.off(calendar.holidays.length)}
              </p>
            </div>
            {isAdmin && (
              <Button onPress={() => setOpen(calendar)}>
                <span aria-hidden="true">{CALLBACK_RULES_WORDS.edit}</span>
                <span className="sr">{CALLBACK_RULES_WORDS.editOf(calendar.title)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isAdmin && (
        <div>
          <Button onPress={() => setOpen('new')}>{WORDS.add}</Button>
        </div>
      )}
      {open !== null && (
        <CalendarDialog
          calendar={open === 'new' ? null : open}
          taken={calendars.map(({ key }) => key)}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
}
