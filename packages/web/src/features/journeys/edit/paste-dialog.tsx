import { type Edit, type JourneyContract, placedSteps } from '@continuo/core';
import { counted } from '@continuo/diagram';
import { useId, useMemo, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import fields from '../../../ui/field.module.css';
import { ChoiceChips } from '../../../ui/field.tsx';
import { SCROLLABLE } from '../../../ui/scrollable.ts';
import { EDITOR_WORDS } from '../../../words/map-editor.ts';
import styles from './edit.module.css';
import { appendSheet, type Pasted, readPasted } from './sheet.ts';

const WORDS = EDITOR_WORDS.pasteDialog;

/** A box that takes cells of a spreadsheet and shows the map they would make. */
export function PasteBox({ onRead }: { readonly onRead: (pasted: Pasted | null) => void }) {
  const id = useId();
  const [text, setText] = useState('');
  const pasted = useMemo(() => (text.trim() === '' ? null : readPasted(text)), [text]);
  const take = (next: string) => {
    setText(next);
    onRead(next.trim() === '' ? null : readPasted(next));
  };
  return (
    <>
      <div className={fields.field}>
        <label className={fields.label} htmlFor={id}>
          {WORDS.label}
        </label>
        <textarea
          id={id}
          className={`${fields.input} ${styles.paste}`}
          value={text}
          onChange={(event) => take(event.target.value)}
          onPaste={(event) => {
            const html = event.clipboardData.getData('text/html');
            if (!/<table[\s>]/i.test(html)) return;
            event.preventDefault();
            take(html);
          }}
        />
      </div>
      {pasted === null && <p className="meta">{WORDS.nothing}</p>}
      {pasted && !pasted.ok && <p role="alert">{pasted.says}</p>}
      {pasted?.ok && <Preview contract={pasted.contract} notes={pasted.notes} />}
    </>
  );
}

export function Preview({
  contract,
  notes,
}: {
  readonly contract: JourneyContract;
  readonly notes: readonly string[];
}) {
  const steps = placedSteps(contract);
  return (
    <>
      <h3>
        {WORDS.preview}:{' '}
        {WORDS.found(
          counted(contract.stages.length, 'stage'),
          counted(steps.length, 'step'),
          counted(contract.lanes.length, 'lane'),
        )}
      </h3>
      {notes.map((note) => (
        <p className="meta" key={note}>
          {note}
        </p>
      ))}
      <section className={styles.preview} aria-label={WORDS.preview} {...SCROLLABLE}>
        <table>
          <thead>
            <tr>
              <th scope="col">{EDITOR_WORDS.rows.stage}</th>
              {contract.stages.map((stage) => (
                <th
                  key={stage.id}
                  scope="colgroup"
                  colSpan={steps.filter((one) => one.stage.id === stage.id).length || 1}
                >
                  {stage.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{EDITOR_WORDS.rows.steps}</th>
              {steps.map(({ step }) => (
                <td key={step.id}>{step.title}</td>
              ))}
            </tr>
            {contract.lanes.map((lane) => (
              <tr key={lane.id}>
                <th scope="row">{lane.title}</th>
                {steps.map(({ step }) => (
                  <td key={step.id}>{step.cells[lane.id]?.map(({ text }) => text).join('; ')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** Puts cells of a spreadsheet into the map that is being edited. */
export function PasteDialog({
  draft,
  onPut,
  onClose,
}: {
  readonly draft: JourneyContract;
  readonly onPut: (edits: readonly Edit[]) => void;
  readonly onClose: () => void;
}) {
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const [how, setHow] = useState('append');
  const isEmpty = draft.stages.length === 0;
  const put = () => {
    if (!pasted?.ok) return;
    const { contract } = pasted;
    const whole: Edit = {
      kind: 'replace',
      contract: {
        ...draft,
        stages: contract.stages,
        lanes: contract.lanes,
        promises: contract.promises,
        rules: contract.rules,
      },
    };
    onPut(isEmpty || how === 'replace' ? [whole] : appendSheet(draft, contract));
  };
  return (
    <Dialog title={WORDS.title} onClose={onClose} place="wide">
      <p>{WORDS.says}</p>
      <PasteBox onRead={setPasted} />
      {pasted?.ok && !isEmpty && (
        <ChoiceChips
          label={EDITOR_WORDS.move.where}
          value={how}
          options={[
            { id: 'append', text: WORDS.append },
            { id: 'replace', text: WORDS.replace },
          ]}
          onChange={setHow}
        />
      )}
      <div className={styles.actions}>
        <Button look="primary" isDisabled={!pasted?.ok} onPress={put}>
          {WORDS.go}
        </Button>
      </div>
    </Dialog>
  );
}
