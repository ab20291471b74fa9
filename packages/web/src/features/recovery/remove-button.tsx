import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { CALLBACK_RULES_WORDS as WORDS } from '../../words/callback-rules.ts';
import { Refusal } from '../accounts/refusal.tsx';

/** Removes a thing, asked twice. */
export function RemoveButton({
  title,
  remove,
  onRemoved,
}: {
  readonly title: string;
  readonly remove: () => Promise<void>;
  readonly onRemoved: () => void;
}) {
  const [isSure, setSure] = useState(false);
  const gone = useMutation({
    mutationFn: remove,
    onSuccess: () => {
      announce(WORDS.removed(title));
      onRemoved();
    },
  });
  return (
    <>
      <Button
        look="ghost"
        isDisabled={gone.isPending}
        onPress={() => {
          if (isSure) gone.mutate();
          else setSure(true);
        }}
      >
        {isSure ? WORDS.sure : WORDS.remove}
      </Button>
      <Refusal error={gone.error} />
    </>
  );
}
