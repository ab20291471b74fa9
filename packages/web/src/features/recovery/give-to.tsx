import { formatCount } from '@continuo/diagram';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Choice } from '../../ui/field.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { CALLBACK_WORDS as WORDS } from '../../words/callbacks.ts';
import styles from './callbacks.module.css';
import { assigneesQuery, refreshCallbacks } from './use-callbacks.ts';

const SAME = 'same';
const NOBODY = 'nobody';

/** Gives call-backs to somebody, or to a team, all at once. */
export function GiveTo({
  ids,
  onClose,
  onGiven,
}: {
  readonly ids: readonly number[];
  readonly onClose: () => void;
  readonly onGiven: () => void;
}) {
  const { data, error } = useQuery(assigneesQuery);
  const [member, setMember] = useState(SAME);
  const [team, setTeam] = useState(SAME);
  const give = useMutation({
    mutationFn: () =>
      client.call('assignCallbacks', {
        body: {
          ids: [...ids],
          ...(member === SAME ? {} : { member: member === NOBODY ? null : Number(member) }),
          ...(team === SAME ? {} : { team: team === NOBODY ? null : team.slice(1) }),
        },
      }),
    onSuccess: async ({ given }) => {
      announce(WORDS.given(formatCount(given)));
      await refreshCallbacks();
      onGiven();
    },
  });
  const first = [
    { id: SAME, text: WORDS.unchanged },
    { id: NOBODY, text: WORDS.nobody },
  ];
  return (
    <Dialog title={WORDS.giveTitle} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          give.mutate();
        }}
      >
        <p>{WORDS.chosen(formatCount(ids.length))}</p>
        <Choice
          label={WORDS.giveMember}
          value={member}
          options={[...first, ...(data?.members ?? []).map(({ id, name }) => ({ id: String(id), text: name }))]}
          onChange={setMember}
        />
        <Choice
          label={WORDS.giveTeam}
          value={team}
          // A team may be called like one of ours: theirs begin with a mark.
          options={[...first, ...(data?.teams ?? []).map((name) => ({ id: `=${name}`, text: name }))]}
          onChange={setTeam}
        />
        {(error ?? give.error) && <ProblemBox error={error ?? give.error} />}
        <Button look="primary" type="submit" isDisabled={give.isPending || (member === SAME && team === SAME)}>
          {WORDS.giveAction}
        </Button>
      </form>
    </Dialog>
  );
}
