import type { CallbackSettings } from '@continuo/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client, queryClient } from '../../api/client.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { CALLBACK_RULES_WORDS } from '../../words/callback-rules.ts';
import { Refusal } from '../accounts/refusal.tsx';
import styles from './rules.module.css';
import { rulesQuery } from './use-rules.ts';

const WORDS = CALLBACK_RULES_WORDS.settings;
const FIELDS = [
  ['lookBackDays', WORDS.lookBackHelp],
  ['mostAtOnce', WORDS.mostHelp],
  ['askAfterHours', WORDS.askHelp],
  ['answerDays', ''],
] as const;

/** How far rules look, how many they open at once, when customers are asked. */
export function SettingsCard({
  settings,
  isAdmin,
}: {
  readonly settings: CallbackSettings;
  readonly isAdmin: boolean;
}) {
  const [typed, setTyped] = useState<Readonly<Partial<Record<keyof CallbackSettings, string>>>>({});
  const save = useMutation({
    mutationFn: () =>
      client.call('putCallbackSettings', {
        body: {
          ...settings,
          ...Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, Number(text)])),
        },
      }),
    onSuccess: (kept) => {
      queryClient.setQueryData(rulesQuery.queryKey, kept);
      setTyped({});
      announce(WORDS.saved);
    },
  });
  if (!isAdmin)
    return (
      <Card title={WORDS.title}>
        <dl className={styles.facts}>
          {FIELDS.map(([name]) => (
            <div key={name}>
              <dt>{WORDS[name]}</dt>
              <dd>{settings[name]}</dd>
            </div>
          ))}
        </dl>
      </Card>
    );
  const isChanged = Object.entries(typed).some(
    ([name, text]) => text !== String(settings[name as keyof typeof settings]),
  );
  return (
    <Card title={WORDS.title}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {FIELDS.map(([name, help]) => (
          <TextField
            key={name}
            label={WORDS[name]}
            help={help}
            type="number"
            value={typed[name] ?? String(settings[name])}
            onChange={(text) => setTyped({ ...typed, [name]: text })}
          />
        ))}
        <Refusal error={save.error} />
        <div>
          <Button type="submit" isDisabled={save.isPending || !isChanged || Object.values(typed).includes('')}>
            {CALLBACK_RULES_WORDS.save}
          </Button>
        </div>
      </form>
    </Card>
  );
}
