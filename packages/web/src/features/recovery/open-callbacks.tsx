import { formatCount } from '@continuo/diagram';
import { useMutation } from '@tanstack/react-query';
import { PhoneCall } from 'lucide-react';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useMay } from '../../api/session.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CALLBACK_WORDS } from '../../words/callbacks.ts';
import { Refusal } from '../accounts/refusal.tsx';
import styles from './callbacks.module.css';
import { TextBox } from './text-box.tsx';
import { refreshCallbacks } from './use-callbacks.ts';

const WORDS = CALLBACK_WORDS.opensMany;

/** Opens call-backs for the customers of a list, one after the other; nothing for those who do not work them. */
export function OpenCallbacks({ people, why: given }: { readonly people: readonly string[]; readonly why: string }) {
  const mayWork = useMay('operator');
  const [isOpen, setOpen] = useState(false);
  const [why, setWhy] = useState(given);
  // Those who have theirs: after a failure it goes on with the rest.
  const [done, setDone] = useState<readonly string[]>([]);
  const rest = people.filter((person) => !done.includes(person));
  const open = useMutation({
    mutationFn: async () => {
      for (const person of rest) {
        await client.call('openCallback', { body: { person, why: why.trim() } });
        setDone((before) => [...before, person]);
      }
    },
    onSuccess: () => {
      announce(WORDS.said(formatCount(rest.length)));
      setOpen(false);
    },
    onSettled: () => void refreshCallbacks(),
  });
  if (!mayWork || people.length === 0) return null;
  if (rest.length === 0 && !isOpen) return <span className="meta">{WORDS.said(formatCount(people.length))}</span>;
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <PhoneCall size={14} strokeWidth={1.75} aria-hidden="true" />
        {WORDS.here(formatCount(rest.length))}
      </Button>
      {isOpen && (
        <Dialog title={WORDS.title(formatCount(rest.length))} onClose={() => setOpen(false)}>
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              open.mutate();
            }}
          >
            <TextBox label={WORDS.why} value={why} onChange={setWhy} />
            <p className="meta">{WORDS.says}</p>
            <Refusal error={open.error} />
            <Button look="primary" type="submit" isDisabled={open.isPending || why.trim() === ''}>
              {open.isPending ? WORDS.doing(formatCount(done.length), formatCount(people.length)) : WORDS.action}
            </Button>
          </form>
        </Dialog>
      )}
    </>
  );
}
