import { type Member, ROLES, type Role } from '@continuo/contract';
import { formatDate } from '@continuo/diagram';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client, queryClient } from '../../api/client.ts';
import { useOverview } from '../../api/hooks.ts';
import { sessionQuery, useSession } from '../../api/session.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Columns } from '../../ui/columns.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Choice } from '../../ui/field.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { OPEN_WORDS, ROLE_WORDS, MEMBERS_WORDS as WORDS } from '../../words/accounts.ts';
import { DataHead } from '../data/data-head.tsx';
import styles from './accounts.module.css';
import { Invitations } from './invitations.tsx';
import { Refusal } from './refusal.tsx';
import { ROLE_OPTIONS } from './role-options.ts';

const refresh = () => queryClient.invalidateQueries({ queryKey: ['members'] });

/** Who belongs to the workspace, what each may do, and who is invited. */
export function MembersPage() {
  const { mode } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['members'],
    queryFn: ({ signal }) => client.call('members', { signal }),
    enabled: mode !== 'open',
  });
  if (mode === 'open')
    return (
      <>
        <DataHead title={WORDS.title} note={WORDS.note} />
        <Empty title={WORDS.none.title} says={WORDS.none.says}>
          <Link to="/welcome/admin" className={buttonClass('primary')}>
            {OPEN_WORDS.action}
          </Link>
        </Empty>
      </>
    );
  return (
    <>
      <DataHead title={WORDS.title} note={WORDS.note} />
      {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} />}
      {data && (
        <Columns
          beside={
            <>
              <Invitations />
              <Card title={WORDS.roles}>
                <dl className={styles.roles}>
                  {ROLES.map((role) => (
                    <div key={role}>
                      <dt>{ROLE_WORDS[role].name}</dt>
                      <dd>{ROLE_WORDS[role].may}</dd>
                    </div>
                  ))}
                </dl>
              </Card>
            </>
          }
        >
          <Card title={WORDS.list}>
            <ul>
              {data.map((member) => (
                <Row key={member.id} member={member} />
              ))}
            </ul>
          </Card>
        </Columns>
      )}
    </>
  );
}

function Row({ member }: { readonly member: Member }) {
  const { timeZone } = useOverview().workspace;
  const { user } = useSession();
  const [isSure, setSure] = useState(false);
  const { id, name, login, role, sinceMs, isLastAdmin } = member;
  const change = useMutation({
    mutationFn: (next: Role) => client.call('changeRole', { params: { id }, body: { role: next } }),
    onSuccess: async (_, next) => {
      announce(WORDS.changed(name, ROLE_WORDS[next].name));
      await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await refresh();
    },
  });
  const remove = useMutation({
    mutationFn: () => client.call('removeMember', { params: { id } }),
    onSuccess: refresh,
  });
  return (
    <li className={styles.row}>
      <div>
        <b>{name}</b> {id === user?.id && <Chip>{WORDS.you}</Chip>}
        <div className="meta">
          {login}, {formatDate(sinceMs, timeZone)}
        </div>
      </div>
      {isLastAdmin ? (
        <span>
          {ROLE_WORDS[role].name}. <span className="meta">{WORDS.lastAdmin}</span>
        </span>
      ) : (
        <Choice
          label={WORDS.roleOf(name)}
          value={role}
          options={ROLE_OPTIONS}
          onChange={(next) => change.mutate(next as Role)}
        />
      )}
      {!isLastAdmin && !isSure && (
        <Button look="ghost" onPress={() => setSure(true)}>
          {WORDS.remove}
          <span className="sr"> {name}</span>
        </Button>
      )}
      {isSure && (
        <span className={styles.actions} role="alert">
          {WORDS.removeSure(name)}
          <Button isDisabled={remove.isPending} onPress={() => remove.mutate()}>
            {WORDS.yes}
          </Button>
          <Button look="primary" onPress={() => setSure(false)}>
            {WORDS.keep}
          </Button>
        </span>
      )}
      <Refusal error={change.error ?? remove.error} />
    </li>
  );
}
