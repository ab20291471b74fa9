import { includesRole, type Role } from '@continuo/contract';
import { formatDate } from '@continuo/diagram';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client, queryClient } from '../../api/client.ts';
import { useOverview } from '../../api/hooks.ts';
import { useSession } from '../../api/session.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Choice, TextField } from '../../ui/field.tsx';
import { ACCOUNT_WORDS, ROLE_WORDS } from '../../words/accounts.ts';
import styles from './accounts.module.css';
import { Refusal } from './refusal.tsx';
import { ROLE_OPTIONS } from './role-options.ts';
import { Secret } from './secret.tsx';

const WORDS = ACCOUNT_WORDS.tokens;
const refresh = () => queryClient.invalidateQueries({ queryKey: ['tokens'] });

/** Tokens with which programs act for somebody, never with more than they may themselves. */
export function Tokens() {
  const { timeZone } = useOverview().workspace;
  const { role: own } = useSession();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const { data } = useQuery({ queryKey: ['tokens'], queryFn: ({ signal }) => client.call('tokens', { signal }) });
  const make = useMutation({
    mutationFn: () => client.call('makeToken', { body: { name, role } }),
    onSuccess: async () => {
      setName('');
      await refresh();
    },
  });
  const revoke = useMutation({
    mutationFn: (id: number) => client.call('revokeToken', { params: { id } }),
    onSuccess: refresh,
  });
  const used = (usedMs: number | null) => (usedMs === null ? WORDS.never : WORDS.last(formatDate(usedMs, timeZone)));
  return (
    <Card title={WORDS.title}>
      <p className="meta">{WORDS.says}</p>
      {data?.length === 0 && <p className="meta">{WORDS.none}</p>}
      <ul>
        {data?.map((one) => (
          <li key={one.id} className={styles.row}>
            <div>
              <b>{one.name}</b> {ROLE_WORDS[one.role].name}
              <div className="meta">{WORDS.used(formatDate(one.createdMs, timeZone), used(one.usedMs))}</div>
            </div>
            <Button look="ghost" isDisabled={revoke.isPending} onPress={() => revoke.mutate(one.id)}>
              {WORDS.revoke}
              <span className="sr">: {WORDS.revokeOf(one.name)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <TextField label={WORDS.name} value={name} autoComplete="off" onChange={setName} />
        <Choice
          label={WORDS.role}
          help={ROLE_WORDS[role].may}
          value={role}
          options={ROLE_OPTIONS.filter(({ id }) => own !== null && includesRole(own, id))}
          onChange={(next) => setRole(next as Role)}
        />
        <Refusal error={make.error ?? revoke.error} />
        <div className={styles.actions}>
          <Button type="submit" isDisabled={make.isPending || name.trim() === ''}>
            {WORDS.action}
          </Button>
        </div>
        {make.data && <Secret label={WORDS.link} says={WORDS.once} value={make.data.token} />}
      </form>
    </Card>
  );
}
