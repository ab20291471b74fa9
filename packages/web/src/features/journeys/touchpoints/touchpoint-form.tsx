import type { Touchpoint } from '@continuo/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Choice, TextField } from '../../../ui/field.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { TOUCHPOINTS_WORDS } from '../../../words/touchpoints.ts';
import { wordsOf } from '../edit/step-panel.tsx';
import { chooseEvents, eventsOf, hasConditions } from './choose-events.ts';
import { EventChoice } from './event-choice.tsx';
import { keyOf } from './key-of.ts';
import styles from './touchpoints.module.css';
import { forgetTouchpoints } from './use-touchpoints.ts';

const WORDS = TOUCHPOINTS_WORDS.form;
type Body = NonNullable<NonNullable<Parameters<typeof client.call<'putTouchpoint'>>[1]>['body']>;
const KINDS = ['owned', 'partner', 'earned'] as const;
const NEW: Touchpoint = { key: '', title: '', kind: 'owned', channels: [], matchers: [], owner: null };

/** One touchpoint, new (`touchpoint` null) or known. Its key is made from its first name and never changes. */
export function TouchpointForm({
  touchpoint,
  taken,
  onClose,
}: {
  readonly touchpoint: Touchpoint | null;
  readonly taken: readonly string[];
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState(touchpoint ?? NEW);
  const [channels, setChannels] = useState(draft.channels.join(', '));
  const set = (change: Partial<Touchpoint>) => setDraft({ ...draft, ...change });
  const title = draft.title.trim();
  const save = useMutation({
    mutationFn: () => {
      const key = touchpoint?.key ?? keyOf(title, taken);
      const owner = draft.owner?.trim() || null;
      return client.call('putTouchpoint', {
        params: { key },
        body: { ...draft, key, title, owner, channels: wordsOf(channels) } as Body,
      });
    },
    onSuccess: async () => {
      announce(TOUCHPOINTS_WORDS.saved(title));
      await forgetTouchpoints();
      onClose();
    },
  });
  return (
    <Dialog title={touchpoint ? TOUCHPOINTS_WORDS.edit : TOUCHPOINTS_WORDS.add} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField label={WORDS.title} value={draft.title} onChange={(text) => set({ title: text })} />
        <Choice
          label={WORDS.kind}
          help={TOUCHPOINTS_WORDS.kindSays[draft.kind]}
          value={draft.kind}
          options={KINDS.map((id) => ({ id, text: TOUCHPOINTS_WORDS.kinds[id] }))}
          onChange={(kind) => set({ kind: kind as Touchpoint['kind'] })}
        />
        <div className={styles.pair}>
          <TextField label={WORDS.channels} help={WORDS.channelsHelp} value={channels} onChange={setChannels} />
          <TextField label={WORDS.owner} value={draft.owner ?? ''} onChange={(owner) => set({ owner })} />
        </div>
        <EventChoice
          chosen={eventsOf(draft.matchers)}
          onChange={(chosen) => set({ matchers: chooseEvents(draft.matchers, chosen) })}
        />
        {draft.matchers.some(hasConditions) && <p className="meta">{WORDS.conditionsStay}</p>}
        {save.error && <ProblemBox error={save.error} />}
        <div className={styles.end}>
          <Button onPress={onClose}>{WORDS.cancel}</Button>
          <Button look="primary" type="submit" isDisabled={title === '' || save.isPending}>
            {save.isPending ? WORDS.saving : WORDS.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
