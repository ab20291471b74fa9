import type { CallbackEntry } from '@continuo/contract';
import { Chip } from '../../ui/chip.tsx';
import { CALLBACK_WORDS as WORDS } from '../../words/callbacks.ts';

export const PUT_RIGHT_TONES = { yes: 'good', partly: 'watch', no: 'harm' } as const;

/** Whether it is put right, in the customer's word; nothing while they have not said. */
export function PutRightChip({ putRight }: Pick<CallbackEntry, 'putRight'>) {
  if (putRight === null) return null;
  return <Chip tone={PUT_RIGHT_TONES[putRight]}>{WORDS.putRightWords[putRight]}</Chip>;
}
