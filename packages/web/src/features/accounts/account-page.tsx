import { formatDateTime } from '@continuo/diagram';
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
import { TextField } from '../../ui/field.tsx';
import { FIELD_WORDS, MEMBERS_WORDS, OPEN_WORDS, ROLE_WORDS, ACCOUNT_WORDS as WORDS } from '../../words/accounts.ts';
import { DataHead } from '../data/data-head.tsx';
import styles from './accounts.module.css';
import { Refusal } from './refusal.tsx';
import { signOut } from './sign-out.ts';
import { Tokens } from './tokens.tsx';

/** The own password, where one is signed in, tokens for programs. */
export function AccountPage() {
  const { user, role } = useSession();
  if (user === null)
    return (
      <>
        <DataHead title={WORDS.title} />
        <Empty title={MEMBERS_WORDS.none.title} says={MEMBERS_WORDS.none.says}>
          <Link to="/welcome/admin" className={buttonClass('primary')}>
            {OPEN_WORDS.action}
          </Link>
        </Empty>
      </>
    );
  return (
    <>
      <DataHead
        title={WORDS.title}
        note={WORDS.who(user.login, role === null ? '' : ROLE_WORDS[role].name)}
        actions={<Button onPress={() => void signOut()}>{WORDS.out}</Button>}
      />
      <Columns beside={<Password />}>
        <Sessions />
        <Tokens />
      </Columns>
    </>
  );
}

function Password() {
  const { user } = useSession();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => client.call('changePassword', { body: { current, next } }),
    onSuccess: async (session) => {
      queryClient.setQueryData(sessionQuery.queryKey, session);
      setCurrent('');
      setNext('');
      announce(WORDS.password.done);
      await queryClient.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <Card title={WORDS.password.title}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        {/* Password managers look for the name the password belongs to. */}
        <input type="text" name="username" autoComplete="username" value={user?.login ?? ''} readOnly hidden />
        <TextField
          label={FIELD_WORDS.current}
          type="password"
          value={current}
          autoComplete="current-password"
          onChange={setCurrent}
        />
        <TextField
          label={FIELD_WORDS.newPassword}
          help={FIELD_WORDS.passwordHelp}
          type="password"
          value={next}
          autoComplete="new-password"
          onChange={setNext}
        />
        <Refusal error={change.error} />
        {change.isSuccess && <p role="status">{WORDS.password.done}</p>}
        <div className={styles.actions}>
          <Button type="submit" look="primary" isDisabled={change.isPending || current === '' || next === ''}>
            {WORDS.password.action}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function Sessions() {
  const { timeZone } = useOverview().workspace;
  const { data } = useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => client.call('sessions', { signal }) });
  const end = useMutation({
    mutationFn: (id: number) => client.call('endSession', { params: { id } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['sessions'] }),
  });
  return (
    <Card title={WORDS.sessions.title}>
      <ul>
        {data?.map((one) => (
          <li key={one.id} className={styles.row}>
            <div>
              <b>{one.agent || WORDS.sessions.unknown}</b> {one.isThis && <Chip>{WORDS.sessions.this}</Chip>}
              <div className="meta">
                {WORDS.sessions.since(formatDateTime(one.createdMs, timeZone), formatDateTime(one.seenMs, timeZone))}
              </div>
            </div>
            {!one.isThis && (
              <Button look="ghost" isDisabled={end.isPending} onPress={() => end.mutate(one.id)}>
                {WORDS.sessions.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refusal error={end.error} />
    </Card>
  );
}
