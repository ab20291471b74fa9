import { officeHours, type WorkingCalendar, type WorkingSpan } from '@continuo/core';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useOverview } from '../../api/hooks.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import fields from '../../ui/field.module.css';
import { TextField } from '../../ui/field.tsx';
import { CALLBACK_RULES_WORDS as ALL } from '../../words/callback-rules.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { RemoveButton } from './remove-button.tsx';
import styles from './rules.module.css';
import { TextBox } from './text-box.tsx';
import { freeKey, removeCalendar, saveCalendar } from './use-rules.ts';
import { readDay, writeDay } from './week-hours.ts';

const WORDS = ALL.hours;
const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text;

/** Zone, hours of the week and days off of one calendar. */
export function CalendarDialog({
  calendar,
  taken,
  onClose,
}: {
  /** Null: a new one. */
  readonly calendar: WorkingCalendar | null;
  readonly taken: readonly string[];
  readonly onClose: () => void;
}) {
  const { workspace } = useOverview();
  const first = calendar ?? { ...officeHours(workspace.timeZone), title: '' };
  const [title, setTitle] = useState(first.title);
  const [timeZone, setTimeZone] = useState(first.timeZone);
  const [week, setWeek] = useState(WORDS.days.map((_, at) => writeDay(first.hours, at)));
  const [holidays, setHolidays] = useState(first.holidays.join('\n'));
  const zones = useId();
  const read = week.map((text, at) => readDay(text, at));
  const off = holidays.split(/[\s,;]+/).filter((text) => text !== '');
  const problem = problemOf(read, off);
  const save = useMutation({
    mutationFn: () =>
      saveCalendar({
        key: calendar?.key ?? freeKey(title, taken, 'hours'),
        title: title.trim(),
        timeZone: timeZone.trim(),
        hours: read.flatMap((day) => day ?? []),
        holidays: off.toSorted(),
      }),
    onSuccess: () => {
      announce(ALL.saved(title));
      onClose();
    },
  });
  return (
    <Dialog title={calendar?.title ?? WORDS.add} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField label={WORDS.name} value={title} onChange={setTitle} />
        <div className={fields.field}>
          <label className={fields.label} htmlFor={`${zones}-zone`}>
            {WORDS.zone}
          </label>
          <input
            id={`${zones}-zone`}
            list={zones}
            className={fields.input}
            value={timeZone}
            onChange={(event) => setTimeZone(event.target.value)}
          />
          <datalist id={zones}>
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <span className="meta">{WORDS.zoneHelp}</span>
        </div>
        <fieldset className={styles.week}>
          <legend className={fields.label}>{WORDS.week}</legend>
          {WORDS.days.map((day, at) => (
            <label key={day} className={styles.day}>
              <span>{day}</span>
              <input
                className={fields.input}
                value={week[at]}
                aria-invalid={read[at] === null}
                onChange={(event) => setWeek(week.with(at, event.target.value))}
              />
            </label>
          ))}
          <span className="meta">{WORDS.weekHelp}</span>
        </fieldset>
        <div>
          <TextBox label={WORDS.holidays} value={holidays} onChange={setHolidays} />
          <span className="meta">{WORDS.holidaysHelp}</span>
        </div>
        {problem !== null && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <Refusal error={save.error} />
        <p className="meta">{WORDS.kept}</p>
        <div className={styles.actions}>
          <Button look="primary" type="submit" isDisabled={save.isPending || problem !== null || title.trim() === ''}>
            {ALL.save}
          </Button>
          {calendar !== null && (
            <RemoveButton title={calendar.title} remove={() => removeCalendar(calendar)} onRemoved={onClose} />
          )}
        </div>
      </form>
    </Dialog>
  );
}

function problemOf(read: readonly (readonly WorkingSpan[] | null)[], off: readonly string[]): string | null {
  const bad = read.indexOf(null);
  if (bad >= 0) return WORDS.badDay(WORDS.days[bad] ?? '');
  if (read.every((day) => day?.length === 0)) return WORDS.none;
  const noDay = off.find((text) => !isDay(text));
  return noDay === undefined ? null : WORDS.badHoliday(noDay);
}
