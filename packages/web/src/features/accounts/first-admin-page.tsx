import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { FIRST_ADMIN_WORDS as WORDS } from '../../words/accounts.ts';
import { AccountFields, isFilled, NO_ACCOUNT } from './account-fields.tsx';
import styles from './accounts.module.css';
import { Door } from './door.tsx';
import { enter, takeLinkToken } from './enter.ts';
import { Refusal } from './refusal.tsx';

/** The first account, with the link that the start printed; on an open machine also without. */
export function FirstAdminPage() {
  const [token] = useState(takeLinkToken);
  const { mode } = useSession();
  const [account, setAccount] = useState(NO_ACCOUNT);
  const make = useMutation({
    mutationFn: () => client.call('firstAdmin', { body: { token, ...account } }),
    onSuccess: enter,
  });
  if (mode === 'login' || mode === 'account')
    return (
      <Door title={WORDS.title}>
        <p>{WORDS.isThere}</p>
        <Link to="/login" className={buttonClass('primary')}>
          {WORDS.toLogin}
        </Link>
      </Door>
    );
  if (mode !== 'open' && token === null)
    return (
      <Door title={WORDS.title}>
        <p>{WORDS.noLink}</p>
      </Door>
    );
  return (
    <Door title={WORDS.title}>
      <p>{WORDS.says}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <AccountFields account={account} onChange={setAccount} />
        <Refusal error={make.error} />
        <div className={styles.actions}>
          <Button look="primary" size="large" type="submit" isDisabled={make.isPending || !isFilled(account)}>
            {make.isPending ? WORDS.busy : WORDS.action}
          </Button>
        </div>
      </form>
    </Door>
  );
}
