import type { CallbackRule, WorkingCalendar } from '@continuo/core';
import { formatCount } from '@continuo/diagram';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { CALLBACK_RULES_WORDS as WORDS } from '../../words/callback-rules.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import styles from './rules.module.css';
import { saveRule } from './use-rules.ts';

/** Every rule: what opens a call-back, who gets it, by when it is answered. */
export function RulesCard({
  rules,
  calendars,
  isAdmin,
}: {
  readonly rules: readonly CallbackRule[];
  readonly calendars: readonly WorkingCalendar[];
  readonly isAdmin: boolean;
}) {
  const [open, setOpen] = useState<CallbackRule | 'new' | null>(null);
  return (
    <Card title={WORDS.rules}>
      <p className="meta">{WORDS.note}</p>
      {!isAdmin && <p className="meta">{WORDS.adminOnly}</p>}
      <ul>
        {rules.map((rule) => (
          <RuleRow
            key={rule.key}
            rule={rule}
            calendar={calendars.find(({ key }) => key === rule.calendar)?.title ?? rule.calendar}
            onEdit={isAdmin ? () => setOpen(rule) : null}
          />
        ))}
      </ul>
      {isAdmin && (
        <div>
          <Button onPress={() => setOpen('new')}>{WORDS.add}</Button>
        </div>
      )}
      {open !== null && (
        <RuleDialog
          rule={open === 'new' ? null : open}
          taken={rules.map(({ key }) => key)}
          calendars={calendars}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
}

function RuleRow({
  rule,
  calendar,
  onEdit,
}: {
  readonly rule: CallbackRule;
  readonly calendar: string;
  /** Null: only to look at. */
  readonly onEdit: (() => void) | null;
}) {
  const { title, isOn, when, hours, team } = rule;
  const turn = useMutation({
    mutationFn: () => saveRule({ ...rule, isOn: !isOn }),
    onSuccess: () => announce(WORDS.turned(title, !isOn)),
  });
  return (
    <li className={styles.rule}>
      {onEdit ? (
        <input
          type="checkbox"
          className={styles.turn}
          checked={isOn}
          disabled={turn.isPending}
          aria-label={WORDS.turn(title)}
          onChange={() => turn.mutate()}
        />
      ) : (
        <span />
      )}
      <div className={styles.words}>
        <p className={styles.name}>
          <b>{title}</b> <Chip tone={isOn ? 'good' : 'plain'}>{isOn ? WORDS.on : WORDS.off}</Chip>
        </p>
        <p>{WORDS.says(when)}</p>
        <p className="meta">
          {WORDS.promise(formatCount(hours), calendar)}
          {team && `, ${WORDS.team(team)}`}.
        </p>
        <Refusal error={turn.error} />
      </div>
      {onEdit && (
        <Button onPress={onEdit}>
          <span aria-hidden="true">{WORDS.edit}</span>
          <span className="sr">{WORDS.editOf(title)}</span>
        </Button>
      )}
    </li>
  );
}
