import type { Survey } from '@continuo/core';
import { counted } from '@continuo/diagram';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { client } from '../../../api/client.ts';
import { useMay } from '../../../api/session.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { SURVEYS_WORDS } from '../../../words/surveys.ts';
import { MOST_RECIPIENTS, type Recipients, readRecipients } from './read-recipients.ts';
import styles from './surveys.module.css';

const WORDS = SURVEYS_WORDS.email;
type Body = NonNullable<NonNullable<Parameters<typeof client.call<'inviteToSurvey'>>[1]>['body']>;
type Invited = Awaited<ReturnType<typeof client.call<'inviteToSurvey'>>>;

/** A pasted list or a CSV of addresses: says first who would be asked and who is spared, then sends. */
export function SendEmail({ survey: { key }, isOpen }: { readonly survey: Survey; readonly isOpen: boolean }) {
  const id = useId();
  const mayWrite = useMay('operator');
  const [text, setText] = useState('');
  const [last, setLast] = useState<{ readonly text: string; readonly invited: Invited; readonly isSent: boolean }>();
  const read = readRecipients(text);
  const ask = useMutation({
    mutationFn: (isRehearsal: boolean) =>
      client.call('inviteToSurvey', {
        params: { key },
        body: { recipients: read.recipients, isRehearsal } as Body,
      }),
    onSuccess: (invited, isRehearsal) => {
      setLast({ text, invited, isSent: !isRehearsal });
      const people = counted(invited.invited, SURVEYS_WORDS.forecast.person);
      announce(isRehearsal ? WORDS.asked(people) : WORDS.sent(people));
    },
  });
  const { data: rates } = useQuery({
    queryKey: ['survey-forecast', key, 'rate'],
    queryFn: ({ signal }) => client.call('surveyForecast', { params: { key }, signal }),
  });
  if (!mayWrite) return <p>{WORDS.operator}</p>;
  const known = last?.text === text ? last : undefined;
  // One button for both, so that the focus stays where it was.
  const maySend = isOpen && known !== undefined && !known.isSent && known.invited.invited > 0;
  const load = async (file: File | undefined) => file && setText(await file.text());
  return (
    <div className={styles.copy}>
      <label htmlFor={id}>{WORDS.list}</label>
      <textarea
        id={id}
        rows={7}
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        aria-describedby={`${id}-help`}
      />
      <p className="meta" id={`${id}-help`}>
        {WORDS.help}
      </p>
      <label className={`${buttonClass()} ${styles.file}`}>
        {WORDS.file}
        <input
          className="sr"
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={(event) => void load(event.target.files?.[0])}
        />
      </label>
      <ReadWords read={read} />
      {ask.error && <ProblemBox error={ask.error} />}
      {known && <InvitedWords invited={known.invited} isSent={known.isSent} of100={rates?.of100 ?? null} />}
      <div className={styles.row}>
        <Button
          look="primary"
          isDisabled={read.recipients.length === 0}
          onPress={() => !ask.isPending && ask.mutate(!maySend)}
        >
          {maySend ? WORDS.send(counted(known.invited.invited, SURVEYS_WORDS.forecast.person)) : WORDS.check}
        </Button>
      </div>
      <MailServer />
    </div>
  );
}

function ReadWords({ read: { recipients, unread, leftOut } }: { readonly read: Recipients }) {
  const [first] = unread;
  return (
    <>
      {recipients.length > 0 && <p>{WORDS.read(recipients.length)}</p>}
      {first !== undefined && <p className={styles.wrong}>{WORDS.unread(unread.length, first.slice(0, 80))}</p>}
      {leftOut > 0 && <p className={styles.wrong}>{WORDS.tooMany(MOST_RECIPIENTS)}</p>}
    </>
  );
}

function InvitedWords({
  invited: { invited, held },
  isSent,
  of100,
}: {
  readonly invited: Invited;
  readonly isSent: boolean;
  readonly of100: number | null;
}) {
  const people = counted(invited, SURVEYS_WORDS.forecast.person);
  const expected = of100 === null ? 0 : Math.round((invited * of100) / 100);
  return (
    <div role="status">
      <p>
        <b>{invited === 0 ? WORDS.nobody : isSent ? WORDS.sent(people) : WORDS.asked(people)}</b>{' '}
        {invited > 0 && of100 !== null && WORDS.expect(counted(expected, SURVEYS_WORDS.forecast.answer))}
      </p>
      <ul>
        {held.map(({ why, people: n }) => (
          <li key={why} className="meta">
            {WORDS.held[why](String(n))}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whether e-mails can leave at all; only admins are told how it stands. */
function MailServer() {
  const isAdmin = useMay('admin');
  const { data } = useQuery({
    queryKey: ['mail-state'],
    queryFn: ({ signal }) => client.call('mailState', { signal }),
    enabled: isAdmin,
  });
  if (data?.isSet === false) return <p className={styles.wrong}>{WORDS.noServer}</p>;
  return <p className="meta">{data?.isSet ? WORDS.hasServer : WORDS.server}</p>;
}
