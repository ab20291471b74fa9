import type { CallbackRule, WorkingCalendar } from '@continuo/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import fields from '../../ui/field.module.css';
import { Checks, Choice, TextField } from '../../ui/field.tsx';
import { CALLBACK_RULES_WORDS as WORDS } from '../../words/callback-rules.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { RemoveButton } from './remove-button.tsx';
import { RulePreview } from './rule-preview.tsx';
import styles from './rules.module.css';
import { assigneesQuery } from './use-callbacks.ts';
import { freeKey, removeRule, saveRule } from './use-rules.ts';

const FORM = WORDS.form;

/** One rule, and what it would have opened. */
export function RuleDialog({
  rule,
  taken,
  calendars,
  onClose,
}: {
  /** Null: a new one. */
  readonly rule: CallbackRule | null;
  readonly taken: readonly string[];
  readonly calendars: readonly WorkingCalendar[];
  readonly onClose: () => void;
}) {
  const [title, setTitle] = useState(rule?.title ?? '');
  const [isOn, setOn] = useState(rule?.isOn ?? false);
  const [when, setWhen] = useState<CallbackRule['when']>(rule?.when ?? { kind: 'low-score', atMost: {} });
  const [team, setTeam] = useState(rule?.team ?? '');
  const [hours, setHours] = useState(String(rule?.hours ?? 8));
  const [calendar, setCalendar] = useState(rule?.calendar ?? calendars[0]?.key ?? '');
  const { data: assignees } = useQuery(assigneesQuery);
  const own = useId();
  const made: CallbackRule = {
    key: rule?.key ?? freeKey(title, [...taken, 'by-hand'], 'rule'),
    title: title.trim() === '' ? WORDS.kinds[when.kind] : title.trim(),
    ...{ isOn, when, calendar, hours: Number(hours) },
    team: team.trim() === '' ? null : team.trim(),
  };
  const isWhole = isComplete(when) && made.hours >= 0.25;
  const save = useMutation({
    mutationFn: () => saveRule(made),
    onSuccess: () => {
      announce(WORDS.saved(made.title));
      onClose();
    },
  });
  return (
    <Dialog title={rule?.title ?? WORDS.add} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField label={FORM.name} value={title} onChange={setTitle} />
        <ConditionFields when={when} onChange={setWhen} />
        <div className={fields.field}>
          <label className={fields.label} htmlFor={`${own}-team`}>
            {FORM.team}
          </label>
          <input
            id={`${own}-team`}
            className={fields.input}
            list={own}
            value={team}
            maxLength={200}
            onChange={(event) => setTeam(event.target.value)}
          />
          <datalist id={own}>
            {assignees?.teams.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <span className="meta">{FORM.teamHelp}</span>
        </div>
        <div className={styles.two}>
          <TextField label={FORM.hours} type="number" value={hours} onChange={setHours} />
          <Choice
            label={FORM.calendar}
            value={calendar}
            options={calendars.map(({ key, title: text }) => ({ id: key, text }))}
            onChange={setCalendar}
          />
        </div>
        <RulePreview rule={made} isWhole={isWhole} />
        <Checks
          label=""
          options={[{ id: 'on', text: FORM.isOn }]}
          chosen={isOn ? ['on'] : []}
          onChange={(now) => setOn(now.length > 0)}
        />
        <Refusal error={save.error} />
        <div className={styles.actions}>
          <Button look="primary" type="submit" isDisabled={save.isPending || !isWhole || title.trim() === ''}>
            {WORDS.save}
          </Button>
          {rule !== null && <RemoveButton title={rule.title} remove={() => removeRule(rule)} onRemoved={onClose} />}
        </div>
      </form>
    </Dialog>
  );
}

function isComplete(when: CallbackRule['when']): boolean {
  if (when.kind === 'promise') return when.journey !== '' && when.promise !== '';
  if (when.kind !== 'repeat') return true;
  const { match, times, withinDays, about } = when;
  if (about.kind === 'property' && about.property.trim() === '') return false;
  return match.events.length + match.channels.length > 0 && times >= 1 && times <= 20 && withinDays >= 1;
}
