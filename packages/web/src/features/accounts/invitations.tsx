import type { Role } from '@continuo/contract';
import { formatDate } from '@continuo/diagram';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client, queryClient } from '../../api/client.ts';
import { useOverview } from '../../api/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Choice, TextField } from '../../ui/field.tsx';
import { MEMBERS_WORDS, ROLE_WORDS } from '../../words/accounts.ts';
import styles from './accounts.module.css';
import { Refusal } from './refusal.tsx';
import { ROLE_OPTIONS } from './role-options.ts';
import { Secret } from './secret.tsx';

const { invite: WORDS, open: OPEN } = MEMBERS_WORDS;
const refresh = () => queryClient.invalidateQueries({ queryKey: ['invitations'] });

/** Make a link that lets somebody in, and take back those that were not used. */
export function Invitations() {
  const { timeZone } = useOverview().workspace;
  const [role, setRole] = useState<Role>('viewer');
  const [label, setLabel] = useState('');
  const invite = useMutation({
    mutationFn: () => client.call('invite', { body: { role, label } }),
    onSuccess: async () => {
      setLabel('');
      await refresh();
    },
  });
  const revoke = useMutation({
    mutationFn: (id: number) => client.call('revokeInvitation', { params: { id } }),
    onSuccess: refresh,
  });
  const { data } = useQuery({
    queryKey: ['invitations'],
    queryFn: ({ signal }) => client.call('invitations', { signal }),
  });
  return (
    <>
      <Card title={WORDS.title}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            invite.mutate();
          }}
        >
          <Choice
            label={WORDS.role}
            help={ROLE_WORDS[role].may}
            value={role}
            options={ROLE_OPTIONS}
            onChange={(next) => setRole(next as Role)}
          />
          <TextField label={WORDS.label} value={label} autoComplete="off" onChange={setLabel} />
          <Refusal error={invite.error} />
          <div className={styles.actions}>
            <Button look="primary" type="submit" isDisabled={invite.isPending}>
              {WORDS.action}
            </Button>
          </div>
          {invite.data && (
            <Secret label={WORDS.link} says={WORDS.once} value={`${location.origin}/join#token=${invite.data.token}`} />
          )}
        </form>
      </Card>
      <Card title={OPEN.title}>
        {data?.length === 0 && <p className="meta">{OPEN.none}</p>}
        <ul>
          {data?.map((one) => (
            <li key={one.id} className={styles.row}>
              <div>
                <b>{ROLE_WORDS[one.role].name}</b> {one.label}
                <div className="meta">{OPEN.until(formatDate(one.expiresMs, timeZone))}</div>
              </div>
              <Button look="ghost" isDisabled={revoke.isPending} onPress={() => revoke.mutate(one.id)}>
                {OPEN.revoke}
                <span className="sr">: {OPEN.revokeOf(one.label || ROLE_WORDS[one.role].name)}</span>
              </Button>
            </li>
          ))}
        </ul>
        <Refusal error={revoke.error} />
      </Card>
    </>
  );
}
