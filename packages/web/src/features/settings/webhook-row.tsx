import type { Webhook } from '@continuo/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client, queryClient } from '../../api/client.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { WEBHOOK_WORDS as WORDS } from '../../words/settings.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { Secret } from '../accounts/secret.tsx';
import { Deliveries } from './deliveries.tsx';
import styles from './settings.module.css';

const { actions: ACTIONS } = WORDS;
const TONES = { on: 'good', off: 'plain', gone: 'watch' } as const;

const refresh = async (): Promise<void> => {
  await queryClient.invalidateQueries({ queryKey: ['webhooks'] });
};

/** One webhook: what it is told, how it stands, and what can be done with it. */
export function WebhookRow({ webhook }: { readonly webhook: Webhook }) {
  const { id, url, note, types, status } = webhook;
  const [isSure, setSure] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const params = { id };
  const test = useMutation({
    mutationFn: () => client.call('testWebhook', { params, body: {} }),
    onSuccess: async (delivery) => {
      announce(delivery.status === 'sent' ? WORDS.tested.sent : WORDS.tested.other);
      setOpen(true);
      await refresh();
    },
  });
  const rotate = useMutation({
    mutationFn: () => client.call('rotateWebhook', { params, body: {} }),
    onSuccess: refresh,
  });
  const turn = useMutation({
    mutationFn: () => client.call('changeWebhook', { params, body: { isOn: status !== 'on' } }),
    onSuccess: refresh,
  });
  const remove = useMutation({ mutationFn: () => client.call('removeWebhook', { params }), onSuccess: refresh });
  const of = <span className="sr">: {url}</span>;
  return (
    <li className={styles.hook}>
      <div>
        <span className={styles.url}>{url}</span> <Chip tone={TONES[status]}>{WORDS.status[status]}</Chip>
        {note !== '' && <div>{note}</div>}
        {status === 'gone' && <div>{WORDS.goneSays}</div>}
        <div className="meta">
          {types.map((type) => WORDS.types[type as keyof typeof WORDS.types] ?? type).join(' · ')}
        </div>
      </div>
      {isSure ? (
        <div className={styles.actions} role="alert">
          {ACTIONS.removeSure}
          <Button isDisabled={remove.isPending} onPress={() => remove.mutate()}>
            {ACTIONS.yes}
          </Button>
          <Button look="primary" onPress={() => setSure(false)}>
            {ACTIONS.keep}
          </Button>
        </div>
      ) : (
        <div className={styles.actions}>
          <Button isDisabled={test.isPending} onPress={() => test.mutate()}>
            {ACTIONS.test}
            {of}
          </Button>
          <Button look="ghost" onPress={() => setOpen(!isOpen)} aria-expanded={isOpen}>
            {ACTIONS.deliveries}
            {of}
          </Button>
          <Button look="ghost" isDisabled={rotate.isPending} onPress={() => rotate.mutate()}>
            {ACTIONS.rotate}
            {of}
          </Button>
          <Button look="ghost" isDisabled={turn.isPending} onPress={() => turn.mutate()}>
            {status === 'on' ? ACTIONS.off : ACTIONS.on}
            {of}
          </Button>
          <Button look="ghost" onPress={() => setSure(true)}>
            {ACTIONS.remove}
            {of}
          </Button>
        </div>
      )}
      {rotate.data && (
        <Secret label={WORDS.secret} says={`${WORDS.once} ${WORDS.rotated}`} value={rotate.data.secret} />
      )}
      <Refusal error={test.error ?? rotate.error ?? turn.error ?? remove.error} />
      {isOpen && <Deliveries id={id} />}
    </li>
  );
}
