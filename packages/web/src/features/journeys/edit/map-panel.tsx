import { type Edit, type JourneyContract, type Passage, placedSteps } from '@continuo/core';
import { useJourneys } from '../../../api/journeys.ts';
import { Checks, Choice } from '../../../ui/field.tsx';
import { EDITOR_WORDS } from '../../../words/map-editor.ts';
import { CommitField, Tick } from './commit-field.tsx';
import styles from './edit.module.css';
import { RulesPanel } from './rules-panel.tsx';
import { SpanField } from './span-field.tsx';
import { type Doing, wordsOf } from './step-panel.tsx';

const WORDS = EDITOR_WORDS.map;

/** What the map says of itself, and how one customer's journeys are told apart. */
export function MapPanel({ contract, act }: { readonly contract: JourneyContract; readonly act: Doing }) {
  const others = useJourneys().data?.filter(({ key }) => key !== contract.key) ?? [];
  const set = <Field extends Extract<Edit, { kind: 'set-journey' }>['field']>(
    field: Field,
    value: JourneyContract[Field],
  ) => act(EDITOR_WORDS.deed.detail, [{ kind: 'set-journey', field, value } as Edit]);
  const pass = <Field extends keyof Passage>(field: Field, value: Passage[Field]): Edit =>
    ({ kind: 'set-passage', field, value }) as Edit;
  const doPass = (...edits: readonly Edit[]) => act(EDITOR_WORDS.deed.detail, edits);
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const { passage } = contract;
  return (
    <>
      <CommitField
        label={WORDS.title}
        value={contract.title}
        isLong
        onCommit={(text) => text.trim() && set('title', text.trim())}
      />
      <CommitField
        label={WORDS.question}
        value={contract.question ?? ''}
        isLong
        onCommit={(text) => set('question', orNull(text))}
      />
      <CommitField
        label={WORDS.meantFor}
        help={WORDS.meantForHelp}
        value={contract.meantFor.join(', ')}
        onCommit={(text) => set('meantFor', wordsOf(text))}
      />
      <Choice
        label={WORDS.level}
        value={contract.level}
        options={(['lifecycle', 'journey', 'sub-journey'] as const).map((id) => ({ id, text: WORDS.levels[id] }))}
        onChange={(value) => set('level', value as JourneyContract['level'])}
      />
      <Choice
        label={WORDS.parent}
        value={contract.parent ?? ''}
        options={[{ id: '', text: WORDS.parentNone }, ...others.map(({ key, title }) => ({ id: key, text: title }))]}
        onChange={(value) => set('parent', value === '' ? null : value)}
      />
      {others.length > 0 && (
        <Checks
          label={WORDS.leadsTo}
          options={others.map(({ key, title }) => ({ id: key, text: title }))}
          chosen={contract.leadsTo}
          onChange={(chosen) => set('leadsTo', chosen)}
        />
      )}
      <fieldset className={styles.group}>
        <legend>{EDITOR_WORDS.step.only}</legend>
        {(['brand', 'country', 'partner'] as const).map((field) => (
          <CommitField
            key={field}
            label={EDITOR_WORDS.step[field]}
            value={contract[field] ?? ''}
            onCommit={(text) => set(field, orNull(text))}
          />
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{WORDS.passage}</legend>
        <Choice
          label={WORDS.by}
          value={passage.by}
          options={[
            { id: 'silence', text: WORDS.bySilence },
            { id: 'case', text: WORDS.byCase },
            { id: 'property', text: WORDS.byProperty },
          ]}
          onChange={(value) =>
            doPass(pass('by', value as Passage['by']), pass('property', value === 'property' ? passage.property : null))
          }
        />
        {passage.by === 'property' && (
          <CommitField
            label={WORDS.property}
            value={passage.property ?? ''}
            onCommit={(text) => doPass(pass('property', orNull(text)))}
          />
        )}
        <SpanField
          label={WORDS.silence}
          ms={passage.silenceMs}
          onChange={(ms) => ms !== null && doPass(pass('silenceMs', ms))}
        />
        <SpanField label={WORDS.atMost} ms={passage.atMostMs} onChange={(ms) => doPass(pass('atMostMs', ms))} />
        {passage.by === 'silence' && (
          <Choice
            label={WORDS.again}
            value={passage.again}
            options={[
              { id: 'after-end', text: WORDS.againEnd },
              { id: 'at-start', text: WORDS.againStart },
              { id: 'once', text: WORDS.againOnce },
            ]}
            onChange={(value) => doPass(pass('again', value as Passage['again']))}
          />
        )}
        <Checks
          label={`${WORDS.starts}${passage.starts.length === 0 ? `: ${WORDS.startsAny}` : ''}`}
          options={placedSteps(contract).map(({ step }) => ({ id: step.id, text: step.title }))}
          chosen={passage.starts}
          onChange={(chosen) => doPass(pass('starts', chosen))}
        />
      </fieldset>
      <Tick label={WORDS.isClosed} isOn={contract.isClosed} onChange={(isOn) => set('isClosed', isOn)} />
      <RulesPanel contract={contract} act={act} />
    </>
  );
}
