import { ApiProblem, type Callback } from '@continuo/contract';
import { client } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { CALLBACK_WORDS as WORDS } from '../../words/callbacks.ts';
import { AskedCard } from './asked-card.tsx';
import styles from './callbacks.module.css';
import { CloseForm } from './close-form.tsx';
import { Contact } from './contact.tsx';
import { NoteForm } from './note-form.tsx';
import { ReopenForm } from './reopen-form.tsx';
import { useDeed } from './use-callbacks.ts';
import { WaitForm } from './wait-form.tsx';

/** What can be done for this customer now. What was typed stays when somebody else was quicker. */
export function CallbackPanel({
  callback,
  me,
  timeZone,
}: {
  readonly callback: Callback;
  /** Number of who is asking; 0 while there are no accounts; null while it is not known. */
  readonly me: number | null;
  readonly timeZone: string;
}) {
  const { id, state, person, owner, team } = callback;
  const deed = useDeed(id);
  const params = { id };
  const isOver = state === 'closed' || state === 'asked';
  // After a refusal the forms stay, whatever it has become: what was typed in them is not lost.
  const hasForms = !isOver || deed.isError;
  const isConflict = deed.error instanceof ApiProblem && deed.error.details.code === 'callback.conflict';
  const isMine = owner !== null && owner.id === me;
  return (
    <aside className={styles.panel} aria-label={WORDS.panel}>
      {person !== null && <Contact key={`contact-${id}`} person={person} />}
      <div>
        <p>
          {!isOver && (isMine ? WORDS.mine : owner ? WORDS.with(owner.name) : WORDS.nobodyHas)}{' '}
          {team && <span className="meta">{WORDS.team(team)}</span>}
        </p>
        {!isOver && !isMine && (
          <Button
            look={owner === null ? 'primary' : 'plain'}
            isDisabled={deed.isPending}
            onPress={() => deed.mutate({ act: () => client.call('takeCallback', { params }), said: WORDS.mine })}
          >
            {WORDS.take}
          </Button>
        )}
      </div>
      {deed.error && (
        <div>
          <ProblemBox error={deed.error} />
          {isConflict && <p>{WORDS.stale}</p>}
        </div>
      )}
      {hasForms && (
        <>
          <NoteForm key={`note-${id}`} id={id} deed={deed} />
          <CloseForm key={`close-${id}`} callback={callback} deed={deed} />
          <WaitForm key={`wait-${id}`} callback={callback} deed={deed} timeZone={timeZone} />
        </>
      )}
      {isOver && <Ended callback={callback} />}
      {callback.ask && <AskedCard callback={callback} deed={deed} timeZone={timeZone} />}
      {isOver && <ReopenForm key={`reopen-${id}`} id={id} deed={deed} />}
    </aside>
  );
}

function Ended({ callback: { cause, action, causes } }: { readonly callback: Callback }) {
  if (cause === null || action === null) return null;
  const named = causes.find((one) => JSON.stringify(one.cause) === JSON.stringify(cause));
  return <p>{WORDS.closedWith(named?.title ?? WORDS.close.offMap, action)}</p>;
}
