import { PURPOSES, type Purpose } from '@continuo/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useMay } from '../../api/session.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceChips } from '../../ui/field.tsx';
import { REVEAL_WORDS as WORDS } from '../../words/accounts.ts';
import { PERSON_WORDS } from '../../words/customers.ts';
import styles from './accounts.module.css';
import { Refusal } from './refusal.tsx';

/** Who a customer is: for operators, for a purpose, and written down. Others read who could tell them. */
export function Reveal({ person }: { readonly person: string }) {
  const isGranted = useMay('operator');
  const [isOpen, setOpen] = useState(false);
  const [purpose, setPurpose] = useState<Purpose>(PURPOSES[0]);
  const reveal = useMutation({
    mutationFn: () => client.call('reveal', { params: { person }, body: { purpose } }),
  });
  if (!isGranted) return <span className="meta">{WORDS.denied}</span>;
  const close = () => {
    setOpen(false);
    reveal.reset();
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{WORDS.action}</Button>
      {isOpen && (
        <Dialog title={WORDS.title} onClose={close}>
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              reveal.mutate();
            }}
          >
            <ChoiceChips
              label={WORDS.why}
              value={purpose}
              options={PURPOSES.map((id) => ({ id, text: WORDS.purposes[id] }))}
              onChange={(id) => setPurpose(id as Purpose)}
            />
            <p className="meta">{WORDS.says}</p>
            <Refusal error={reveal.error} />
            {reveal.data ? (
              <p className={styles.actions} role="status">
                {reveal.data.identities.length === 0 && WORDS.none}
                {reveal.data.identities.map(({ kind, value }) => (
                  <Chip key={`${kind}:${value}`}>
                    {PERSON_WORDS.identity[kind] ?? kind}: {value}
                  </Chip>
                ))}
              </p>
            ) : (
              <div className={styles.actions}>
                <Button look="primary" type="submit" isDisabled={reveal.isPending}>
                  {WORDS.show}
                </Button>
              </div>
            )}
          </form>
        </Dialog>
      )}
    </>
  );
}
