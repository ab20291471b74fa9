import type { LetterSubscription, Letters } from '@continuo/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useMay } from '../../api/session.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Choice, TextField } from '../../ui/field.tsx';
import { LETTER_WORDS } from '../../words/letters.ts';
import { Refusal } from '../accounts/refusal.tsx';
import styles from './letters.module.css';
import { forgetLetters } from './use-letters.ts';

const WORDS = LETTER_WORDS.subscribe;

/** Who gets which letter by e-mail; editors add and take away. */
export function Subscribe({ letters }: { readonly letters: Letters }) {
  const mayEdit = useMay('editor');
  const { hasMail, subscriptions } = letters;
  return (
    <Card title={WORDS.title}>
      <p className="meta">{hasMail ? WORDS.says : WORDS.noMail}</p>
      <p className="meta">{WORDS.webhook}</p>
      {mayEdit && <AddForm letters={letters} />}
      {mayEdit && (
        <>
          <h3>{WORDS.list}</h3>
          {subscriptions.length === 0 && <p className="meta">{WORDS.nobody}</p>}
          <ul>
            {subscriptions.map((one) => (
              <Subscription key={one.id} subscription={one} />
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function AddForm({ letters: { scopes } }: { readonly letters: Letters }) {
  const [address, setAddress] = useState('');
  const [chosen, setChosen] = useState('0');
  const add = useMutation({
    mutationFn: () => {
      const scope = scopes[Number(chosen)]?.scope ?? { kind: 'workspace' as const };
      return client.call('subscribeLetter', { body: { address: address.trim(), scope } });
    },
    onSuccess: async () => {
      setAddress('');
      announce(WORDS.added);
      await forgetLetters();
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <TextField label={WORDS.address} value={address} autoComplete="email" onChange={setAddress} />
      <Choice
        label={WORDS.about}
        value={chosen}
        options={scopes.map(({ scope, about }, index) => ({
          id: String(index),
          text: scope.kind === 'workspace' ? about : `${LETTER_WORDS.kinds[scope.kind]}: ${about}`,
        }))}
        onChange={setChosen}
      />
      <Refusal error={add.error} />
      <Button type="submit" look="primary" isDisabled={add.isPending || address.trim() === ''}>
        {WORDS.add}
      </Button>
    </form>
  );
}

function Subscription({ subscription: { id, address, about } }: { readonly subscription: LetterSubscription }) {
  const remove = useMutation({
    mutationFn: () => client.call('unsubscribeLetter', { params: { id } }),
    onSuccess: async () => {
      announce(WORDS.removed);
      await forgetLetters();
    },
  });
  return (
    <li className={styles.subscription}>
      <div>
        {address}
        <div className="meta">{about}</div>
        <Refusal error={remove.error} />
      </div>
      <Button look="ghost" isDisabled={remove.isPending} onPress={() => remove.mutate()}>
        {WORDS.remove}
        <span className="sr">: {WORDS.removeOf(address, about)}</span>
      </Button>
    </li>
  );
}
