import { type Edit, isMatched, type JourneyContract, placedSteps, type Step } from '@continuo/core';
import { Link } from '@tanstack/react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/field.tsx';
import { EDITOR_WORDS } from '../../../words/map-editor.ts';
import { TouchpointChoice } from '../touchpoints/touchpoint-choice.tsx';
import { CommitField, Tick } from './commit-field.tsx';
import styles from './edit.module.css';
import { newId } from './new-id.ts';
import { SpanField } from './span-field.tsx';

const WORDS = EDITOR_WORDS.step;
const MOST_MOMENTS = 3;

export type Doing = (words: string, edits: readonly Edit[]) => void;

/** Everything a step says besides its cards. */
export function StepPanel({
  contract,
  step,
  where,
  act,
}: {
  readonly contract: JourneyContract;
  readonly step: Step;
  readonly where: { readonly ws: string; readonly key: string };
  readonly act: Doing;
}) {
  const set = <Field extends Extract<Edit, { kind: 'set-step' }>['field']>(field: Field, value: Step[Field]) =>
    act(EDITOR_WORDS.deed.detail, [{ kind: 'set-step', id: step.id, field, value } as Edit]);
  const moments = placedSteps(contract).filter((one) => one.step.matters).length;
  const isFull = moments >= MOST_MOMENTS && !step.matters;
  const owners = [
    ...new Set(placedSteps(contract).flatMap((one) => (one.step.owner === null ? [] : [one.step.owner]))),
  ];
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return (
    <>
      <CommitField
        label={WORDS.title}
        value={step.title}
        isLong
        onCommit={(text) => text.trim() && set('title', text.trim())}
      />
      <p className={styles.connection}>
        {isMatched(step) ? WORDS.connected : WORDS.notConnected}
        <Link
          to="/w/$ws/journeys/$key/connect"
          params={where}
          search={{ step: step.id }}
          className={buttonClass('link')}
        >
          {WORDS.connect}
        </Link>
      </p>
      <TouchpointChoice value={step.touchpoint} onChange={(key) => set('touchpoint', key)} />
      <Choice
        label={WORDS.actor}
        value={step.actor}
        options={(['customer', 'us', 'partner'] as const).map((id) => ({ id, text: EDITOR_WORDS.actor[id] }))}
        onChange={(value) => {
          const edits: Edit[] = [{ kind: 'set-step', id: step.id, field: 'actor', value: value as Step['actor'] }];
          // Customers owe us nothing.
          if (value === 'customer' && step.isOwed)
            edits.push({ kind: 'set-step', id: step.id, field: 'isOwed', value: false });
          act(EDITOR_WORDS.deed.detail, edits);
        }}
      />
      {step.actor !== 'customer' && (
        <Tick
          label={WORDS.isOwed}
          help={WORDS.isOwedHelp}
          isOn={step.isOwed}
          onChange={(isOn) => set('isOwed', isOn)}
        />
      )}
      <Tick label={WORDS.isOptional} isOn={step.isOptional} onChange={(isOn) => set('isOptional', isOn)} />
      <Tick
        label={WORDS.matters}
        {...(isFull && { help: WORDS.mattersFull })}
        isOn={step.matters}
        isDisabled={isFull}
        onChange={(isOn) => set('matters', isOn)}
      />
      <Choice
        label={WORDS.again}
        value={step.atMost === null ? 'often' : String(step.atMost)}
        options={[
          { id: '1', text: WORDS.once },
          ...[...new Set([2, 3, 5, ...(step.atMost !== null && step.atMost > 1 ? [step.atMost] : [])])]
            .sort((a, b) => a - b)
            .map((n) => ({ id: String(n), text: WORDS.upTo(n) })),
          { id: 'often', text: WORDS.often },
        ]}
        onChange={(value) => set('atMost', value === 'often' ? null : Number(value))}
      />
      <Choice
        label={WORDS.ends}
        value={step.ends ?? ''}
        options={[
          { id: '', text: WORDS.endsNot },
          { id: 'goal', text: WORDS.endsGoal },
          { id: 'failure', text: WORDS.endsFailure },
        ]}
        onChange={(value) => set('ends', value === '' ? null : (value as 'goal' | 'failure'))}
      />
      <CommitField
        label={WORDS.channels}
        help={WORDS.channelsHelp}
        value={step.channels.join(', ')}
        onCommit={(text) => set('channels', wordsOf(text))}
      />
      <CommitField
        label={WORDS.owner}
        value={step.owner ?? ''}
        list={owners}
        onCommit={(text) => set('owner', orNull(text))}
      />
      <Promises contract={contract} step={step} act={act} />
      <fieldset className={styles.group}>
        <legend>{WORDS.only}</legend>
        {(['brand', 'country', 'partner'] as const).map((field) => (
          <CommitField
            key={field}
            label={WORDS[field]}
            value={step[field] ?? ''}
            onCommit={(text) => set(field, orNull(text))}
          />
        ))}
      </fieldset>
    </>
  );
}

/** Words between commas, each once. */
export function wordsOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
  ];
}

const DAY_MS = 86_400_000;

function Promises({
  contract,
  step,
  act,
}: {
  readonly contract: JourneyContract;
  readonly step: Step;
  readonly act: Doing;
}) {
  const promises = contract.promises.filter(({ from }) => from === step.id);
  const steps = placedSteps(contract).filter((one) => one.step.id !== step.id);
  const at = placedSteps(contract).findIndex((one) => one.step.id === step.id);
  const next = placedSteps(contract)[at + 1] ?? steps[0];
  const deed = EDITOR_WORDS.deed.detail;
  return (
    <fieldset className={styles.group}>
      <legend>{WORDS.promises}</legend>
      {promises.map((promise) => (
        <div key={promise.id} className={styles.item}>
          <Choice
            label={WORDS.promiseTo}
            value={promise.to}
            options={steps.map((one) => ({ id: one.step.id, text: one.step.title }))}
            onChange={(value) => act(deed, [{ kind: 'set-promise', id: promise.id, field: 'to', value }])}
          />
          <SpanField
            label={WORDS.promiseWithin}
            ms={promise.withinMs}
            onChange={(ms) =>
              ms !== null && act(deed, [{ kind: 'set-promise', id: promise.id, field: 'withinMs', value: ms }])
            }
          />
          <CommitField
            label={WORDS.promiseSays}
            value={promise.says ?? ''}
            onCommit={(text) =>
              act(deed, [
                { kind: 'set-promise', id: promise.id, field: 'says', value: text.trim() === '' ? null : text.trim() },
              ])
            }
          />
          <Button look="link" onPress={() => act(deed, [{ kind: 'remove-promise', id: promise.id }])}>
            {WORDS.removePromise}
          </Button>
        </div>
      ))}
      {next && (
        <Button
          onPress={() =>
            act(deed, [
              {
                kind: 'add-promise',
                promise: { id: newId('promise'), from: step.id, to: next.step.id, withinMs: DAY_MS, says: null },
                after: contract.promises.at(-1)?.id ?? null,
              },
            ])
          }
        >
          {WORDS.addPromise}
        </Button>
      )}
    </fieldset>
  );
}
