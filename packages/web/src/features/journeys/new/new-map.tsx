import type { JourneyContract } from '@continuo/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { forgetJourneys } from '../../../api/journeys.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ChoiceChips, TextField } from '../../../ui/field.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { JOURNEYS_WORDS } from '../../../words/journeys.ts';
import { PasteBox } from '../edit/paste-dialog.tsx';
import type { Pasted } from '../edit/sheet.ts';
import { keepSteady } from '../edit/steady.ts';
import { FromData } from './from-data.tsx';
import { FromFile, type MapFile } from './from-file.tsx';
import styles from './new-map.module.css';
import { StarterList } from './starter-list.tsx';

const WORDS = JOURNEYS_WORDS.make;
const WAYS = ['blank', 'starter', 'data', 'paste', 'file'] as const;
export type Way = (typeof WAYS)[number];
type Body = NonNullable<Parameters<typeof client.call<'makeJourney'>>[1]>['body'];

export interface Drafted {
  readonly contract: JourneyContract;
  readonly stability: Readonly<Record<string, number>>;
}

/** Five ways to begin a map; each ends in the editor. */
export function NewMap({
  way,
  event,
  onWay,
  onClose,
}: {
  readonly way: Way;
  /** Draw only from customers with this event; null: from all. */
  readonly event: string | null;
  readonly onWay: (way: Way) => void;
  readonly onClose: () => void;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [starter, setStarter] = useState<string | null>(null);
  const [drafted, setDrafted] = useState<Drafted | null>(null);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const [file, setFile] = useState<MapFile | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isMaking, setMaking] = useState(false);
  const starters = useQuery({
    queryKey: ['starters'],
    queryFn: ({ signal }) => client.call('starters', { signal }),
    enabled: way === 'starter',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const name = title.trim();
  const named = (contract: JourneyContract): JourneyContract => (name === '' ? contract : { ...contract, title: name });
  const body = ((): Body | null => {
    switch (way) {
      case 'blank':
        return name === '' ? null : { from: 'blank', title: name };
      case 'starter':
        return starter === null ? null : { from: 'starter', starter, ...(name !== '' && { title: name }) };
      case 'data':
        return drafted && { from: 'contract', contract: named(drafted.contract) };
      case 'paste':
        return pasted?.ok ? { from: 'contract', contract: named(pasted.contract) } : null;
      case 'file':
        return file && { from: 'file', ...file };
    }
  })();
  const make = async () => {
    if (!body) return;
    setMaking(true);
    setError(null);
    try {
      const { key } = await client.call('makeJourney', { body });
      if (way === 'data' && drafted) keepSteady(key, drafted.stability);
      await forgetJourneys();
      await navigate({ to: '/w/$ws/journeys/$key/edit', params: { ws, key } });
    } catch (problem) {
      setError(problem);
    } finally {
      setMaking(false);
    }
  };
  return (
    <Dialog title={WORDS.title} onClose={onClose} place="wide">
      <form
        className={styles.form}
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void make();
        }}
      >
        <ChoiceChips
          label={WORDS.wayLabel}
          value={way}
          options={WAYS.map((id) => ({ id, text: WORDS.ways[id] }))}
          onChange={(id) => {
            setError(null);
            onWay(id as Way);
          }}
        />
        {way !== 'file' && <TextField label={WORDS.name} help={WORDS.nameHelp} value={title} onChange={setTitle} />}
        {way === 'blank' && <p className="meta">{WORDS.blankSays}</p>}
        {way === 'starter' &&
          (starters.data ? (
            <StarterList starters={starters.data} chosen={starter} onChoose={setStarter} />
          ) : starters.error ? (
            <ProblemBox error={starters.error} />
          ) : (
            <Skeleton lines={5} />
          ))}
        {way === 'data' && <FromData event={event} drafted={drafted} onDraft={setDrafted} />}
        {way === 'paste' && (
          <>
            <p className="meta">{WORDS.pasteSays}</p>
            <PasteBox onRead={setPasted} />
          </>
        )}
        {way === 'file' && (
          <FromFile
            file={file}
            onFile={(chosen) => {
              setError(null);
              setFile(chosen);
            }}
          />
        )}
        {error !== null && <ProblemBox error={error} />}
        <div className={styles.end}>
          <Button look="primary" type="submit" isDisabled={body === null || isMaking}>
            {isMaking ? WORDS.making : WORDS.go}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
