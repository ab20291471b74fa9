import { WEBHOOK_TYPES, type WebhookType } from '@continuo/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client, queryClient } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checks, TextField } from '../../ui/field.tsx';
import { WEBHOOK_WORDS as WORDS } from '../../words/settings.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { Secret } from '../accounts/secret.tsx';
import styles from './settings.module.css';

const OPTIONS = WEBHOOK_TYPES.map((id) => ({ id, text: WORDS.types[id] }));

/** Adds a webhook; its secret is shown once, below the form. */
export function MakeWebhook() {
  const [url, setUrl] = useState('');
  const [note, setNote] = useState('');
  const [types, setTypes] = useState<readonly string[]>(['callback.opened', 'alert.opened', 'letter.ready']);
  const make = useMutation({
    mutationFn: () => client.call('makeWebhook', { body: { url, note, types: types as WebhookType[] } }),
    onSuccess: async () => {
      setUrl('');
      setNote('');
      await queryClient.invalidateQueries({ queryKey: ['webhooks'] });
    },
  });
  return (
    <Card title={WORDS.make.title}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <TextField label={WORDS.make.url} help={WORDS.make.urlHelp} value={url} autoComplete="off" onChange={setUrl} />
        <TextField label={WORDS.make.note} value={note} autoComplete="off" onChange={setNote} />
        <Checks label={WORDS.make.types} options={OPTIONS} chosen={types} onChange={setTypes} />
        <Refusal error={make.error} />
        <div className={styles.actions}>
          <Button look="primary" type="submit" isDisabled={make.isPending || url.trim() === '' || types.length === 0}>
            {WORDS.make.action}
          </Button>
        </div>
        {make.data && <Secret label={WORDS.secret} says={WORDS.once} value={make.data.secret} />}
      </form>
    </Card>
  );
}
