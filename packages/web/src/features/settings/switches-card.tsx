import type { Privacy } from '@continuo/contract';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { client, queryClient } from '../../api/client.ts';
import { useMay } from '../../api/session.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { PRIVACY_WORDS } from '../../words/settings.ts';
import { Refusal } from '../accounts/refusal.tsx';
import styles from './settings.module.css';

const WORDS = PRIVACY_WORDS.switches;
const NAMES = ['freeText', 'personLevel'] as const;

/** What is shown of single customers; an admin changes it, with a reason. */
export function SwitchesCard({ switches }: Pick<Privacy, 'switches'>) {
  const isAdmin = useMay('admin');
  const [wished, setWished] = useState(switches);
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: () => client.call('setSwitches', { body: { ...wished, reason } }),
    onSuccess: async () => {
      setReason('');
      announce(WORDS.saved);
      // Every answer may hold what is switched off now, or lack what is switched on again.
      await queryClient.invalidateQueries();
    },
  });
  const isChanged = NAMES.some((name) => wished[name] !== switches[name]);
  return (
    <Card title={WORDS.title}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {NAMES.map((name) => (
          <Switch
            key={name}
            name={WORDS[name]}
            says={WORDS[`${name}Says`]}
            isOn={wished[name]}
            onChange={isAdmin ? (isOn) => setWished({ ...wished, [name]: isOn }) : null}
          />
        ))}
        {!isAdmin && <p className="meta">{WORDS.adminOnly}</p>}
        {isChanged && <TextField label={WORDS.reason} value={reason} autoComplete="off" onChange={setReason} />}
        <Refusal error={save.error} />
        {isChanged && (
          <div className={styles.actions}>
            <Button look="primary" type="submit" isDisabled={save.isPending || reason.trim().length < 3}>
              {WORDS.action}
            </Button>
          </div>
        )}
      </form>
    </Card>
  );
}

function Switch({
  name,
  says,
  isOn,
  onChange,
}: {
  readonly name: string;
  readonly says: string;
  readonly isOn: boolean;
  readonly onChange: ((isOn: boolean) => void) | null;
}): ReactNode {
  if (onChange === null)
    return (
      <div className={styles.switch}>
        <span>{isOn ? WORDS.on : WORDS.off}</span>
        <b>{name}</b>
        <span className={styles.says}>{says}</span>
      </div>
    );
  return (
    <label className={styles.switch}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      <b>{name}</b>
      <span className={styles.says}>{says}</span>
    </label>
  );
}
