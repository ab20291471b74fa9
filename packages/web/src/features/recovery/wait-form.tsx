import type { Callback } from '@continuo/contract';
import { useState } from 'react';
import { client } from '../../api/client.ts';

import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { dayStart } from '../../url/period.ts';
import { CALLBACK_WORDS } from '../../words/callbacks.ts';
import styles from './callbacks.module.css';
import type { Deed } from './use-callbacks.ts';

const WORDS = CALLBACK_WORDS.wait;

/** Waits for the customer, or until a day of the workspace begins; the clock of the promise stands still meanwhile. */
export function WaitForm({
  callback: { id, state },
  deed,
  timeZone,
}: {
  readonly callback: Pick<Callback, 'id' | 'state'>;
  readonly deed: Deed;
  readonly timeZone: string;
}) {
  const [day, setDay] = useState('');
  const params = { id };
  const untilMs = (day === '' ? null : dayStart(day, timeZone)) ?? null;
  if (state === 'waiting')
    return (
      <div className={styles.form}>
        <Button
          isDisabled={deed.isPending}
          onPress={() => deed.mutate({ act: () => client.call('resumeCallback', { params }), said: WORDS.resume })}
        >
          {WORDS.resume}
        </Button>
      </div>
    );
  return (
    <div className={styles.form}>
      <Button
        isDisabled={deed.isPending}
        onPress={() =>
          deed.mutate({
            act: () => client.call('waitCallback', { params, body: { for: 'customer' } }),
            said: WORDS.said,
          })
        }
      >
        {WORDS.customer}
      </Button>
      <TextField label={WORDS.until} type="date" value={day} onChange={setDay} />
      <Button
        isDisabled={deed.isPending || untilMs === null}
        onPress={() =>
          deed.mutate({
            act: () => client.call('waitCallback', { params, body: { for: 'until', untilMs } }),
            said: WORDS.said,
          })
        }
      >
        {WORDS.action}
      </Button>
    </div>
  );
}
