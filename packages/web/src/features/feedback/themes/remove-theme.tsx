import type { Theme } from '@continuo/core';
import { useMutation } from '@tanstack/react-query';
import { client } from '../../../api/client.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { FEEDBACK_WORDS } from '../../../words/feedback.ts';
import styles from './themes.module.css';
import { forgetThemes } from './use-themes.ts';

const WORDS = FEEDBACK_WORDS.themes;

/** Asks before a theme goes. */
export function RemoveTheme({ theme, onClose }: { readonly theme: Theme; readonly onClose: () => void }) {
  const remove = useMutation({
    mutationFn: () => client.call('removeTheme', { params: { key: theme.key } }),
    onSuccess: async () => {
      announce(WORDS.removed(theme.title));
      await forgetThemes();
      onClose();
    },
  });
  return (
    <Dialog title={WORDS.remove.title(theme.title)} onClose={onClose}>
      <div className={styles.form}>
        <p>{WORDS.remove.says}</p>
        {remove.error && <ProblemBox error={remove.error} />}
        <div className={styles.end}>
          <Button isDisabled={remove.isPending} onPress={() => remove.mutate()}>
            {WORDS.remove.yes}
          </Button>
          <Button look="primary" onPress={onClose}>
            {WORDS.remove.no}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
