import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { FIELD_WORDS, LOGIN_WORDS as WORDS } from '../../words/accounts.ts';
import styles from './accounts.module.css';
import { Door } from './door.tsx';
import { enter } from './enter.ts';
import { Refusal } from './refusal.tsx';

/** Name and password, and on to where one wanted to go. */
export function LoginPage() {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => client.call('login', { body: { login, password } }),
    onSuccess: enter,
  });
  return (
    <Door title={WORDS.title}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate();
        }}
      >
        <TextField label={FIELD_WORDS.login} value={login} autoComplete="username" onChange={setLogin} />
        <TextField
          label={FIELD_WORDS.password}
          type="password"
          value={password}
          autoComplete="current-password"
          onChange={setPassword}
        />
        <Refusal error={signIn.error} />
        <div className={styles.actions}>
          <Button look="primary" size="large" type="submit" isDisabled={signIn.isPending}>
            {signIn.isPending ? WORDS.busy : WORDS.action}
          </Button>
        </div>
      </form>
      <p className="meta">{WORDS.help}</p>
    </Door>
  );
}
