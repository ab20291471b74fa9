import { formatDate } from '@continuo/diagram';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { MEMBERS_WORDS, ROLE_WORDS, JOIN_WORDS as WORDS } from '../../words/accounts.ts';
import { AccountFields, isFilled, NO_ACCOUNT } from './account-fields.tsx';
import styles from './accounts.module.css';
import { Door } from './door.tsx';
import { enter, takeLinkToken } from './enter.ts';
import { Refusal } from './refusal.tsx';

/** An invitation: what it is for, and an account to take it up with. */
export function JoinPage() {
  const [token] = useState(takeLinkToken);
  const { user } = useSession();
  const [account, setAccount] = useState(NO_ACCOUNT);
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => client.call('lookInvitation', { body: { token: token ?? '' } }),
    enabled: token !== null,
    // Once taken up it is gone: asked again, it would be refused.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const join = useMutation({
    mutationFn: () =>
      client.call('acceptInvitation', { body: { token: token ?? '', account: user === null ? account : null } }),
    onSuccess: enter,
  });
  if (token === null)
    return (
      <Door title={WORDS.title}>
        <p>{WORDS.noLink}</p>
      </Door>
    );
  const signInFirst = () => {
    sessionStorage.setItem('continuo.back', `/join#token=${token}`);
    location.assign('/login');
  };
  const found = invitation.data;
  return (
    <Door title={invitation.error ? WORDS.notThere : WORDS.title}>
      <Refusal error={invitation.error} />
      {invitation.error && (
        <a href="/" className={buttonClass('link')}>
          {WORDS.goOn}
        </a>
      )}
      {invitation.isPending && <Skeleton lines={3} />}
      {found && (
        <>
          <p>{WORDS.says(found.workspace, ROLE_WORDS[found.role].name, ROLE_WORDS[found.role].may)}</p>
          <p className="meta">{MEMBERS_WORDS.open.until(formatDate(found.expiresMs, 'UTC'))}</p>
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              join.mutate();
            }}
          >
            {user === null && <AccountFields account={account} onChange={setAccount} />}
            <Refusal error={join.error} />
            <div className={styles.actions}>
              <Button
                look="primary"
                size="large"
                type="submit"
                isDisabled={join.isPending || (user === null && !isFilled(account))}
              >
                {join.isPending ? WORDS.busy : user === null ? WORDS.action : WORDS.asYou(user.name)}
              </Button>
            </div>
          </form>
          {user === null && (
            <Button look="link" onPress={signInFirst}>
              {WORDS.haveOne}
            </Button>
          )}
        </>
      )}
    </Door>
  );
}
