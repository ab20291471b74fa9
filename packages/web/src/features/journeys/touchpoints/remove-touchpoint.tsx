import type { Touchpoint } from '@continuo/core';
import { useMutation } from '@tanstack/react-query';
import { client } from '../../../api/client.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { TOUCHPOINTS_WORDS } from '../../../words/touchpoints.ts';
import styles from './touchpoints.module.css';
import { forgetTouchpoints, useUsers } from './use-touchpoints.ts';

const WORDS = TOUCHPOINTS_WORDS.remove;

/** Asks before a touchpoint goes, and names the maps that use it; cannot be said yes to before they are known. */
export function RemoveTouchpoint({
  touchpoint: { key, title },
  onClose,
}: {
  readonly touchpoint: Touchpoint;
  readonly onClose: () => void;
}) {
  const { users, error } = useUsers();
  const using = users?.get(key) ?? [];
  const remove = useMutation({
    mutationFn: () => client.call('removeTouchpoint', { params: { key } }),
    onSuccess: async () => {
      announce(TOUCHPOINTS_WORDS.removed(title));
      await forgetTouchpoints();
      onClose();
    },
  });
  const problem = remove.error ?? error;
  return (
    <Dialog title={WORDS.title(title)} onClose={onClose}>
      <div className={styles.form}>
        {!users && !error && <p className="meta">{WORDS.looking}</p>}
        {users && using.length === 0 && <p>{WORDS.unused}</p>}
        {using.length > 0 && (
          <>
            <p>{WORDS.used}</p>
            <ul className={styles.using}>
              {using.map((journey) => (
                <li key={journey.key}>{journey.title}</li>
              ))}
            </ul>
            <p>{WORDS.after}</p>
          </>
        )}
        {problem && <ProblemBox error={problem} />}
        <div className={styles.end}>
          <Button isDisabled={!users || remove.isPending} onPress={() => remove.mutate()}>
            {WORDS.yes}
          </Button>
          <Button look="primary" onPress={onClose}>
            {WORDS.no}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
