import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { PhoneCall } from 'lucide-react';
import { useState } from 'react';
import { client, queryClient } from '../../api/client.ts';
import { useMay } from '../../api/session.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CALLBACK_WORDS as WORDS } from '../../words/callbacks.ts';
import { Refusal } from '../accounts/refusal.tsx';
import styles from './callbacks.module.css';
import { TextBox } from './text-box.tsx';
import { callbackQuery, refreshCallbacks } from './use-callbacks.ts';

/** Opens a call-back for a customer somebody reads about; nothing for those who do not work them. */
export function OpenCallback({ person }: { readonly person: string }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const navigate = useNavigate();
  const mayWork = useMay('operator');
  const [isOpen, setOpen] = useState(false);
  const [why, setWhy] = useState('');
  const open = useMutation({
    mutationFn: () => client.call('openCallback', { body: { person, why: why.trim() } }),
    onSuccess: async (callback) => {
      queryClient.setQueryData(callbackQuery(callback.id).queryKey, callback);
      announce(WORDS.opens.said);
      void refreshCallbacks();
      await navigate({
        to: '/w/$ws/callbacks/$id',
        params: { ws, id: String(callback.id) },
        search: { tab: callback.owner === null ? 'unassigned' : undefined },
      });
    },
  });
  if (!mayWork) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <PhoneCall size={14} strokeWidth={1.75} aria-hidden="true" />
        {WORDS.opens.here}
      </Button>
      {isOpen && (
        <Dialog title={WORDS.opens.title} onClose={() => setOpen(false)}>
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              open.mutate();
            }}
          >
            <TextBox label={WORDS.opens.why} value={why} onChange={setWhy} />
            <p className="meta">{WORDS.opens.says}</p>
            <Refusal error={open.error} />
            <Button look="primary" type="submit" isDisabled={open.isPending || why.trim() === ''}>
              {WORDS.opens.action}
            </Button>
          </form>
        </Dialog>
      )}
    </>
  );
}
