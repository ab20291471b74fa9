import type { Callback, CallbackCause } from '@continuo/contract';
import { formatCount } from '@continuo/diagram';
import { useId, useState } from 'react';
import { client } from '../../api/client.ts';
import { useCommand } from '../../commands/live.ts';
import { Button } from '../../ui/button.tsx';
import fields from '../../ui/field.module.css';
import { Checks } from '../../ui/field.tsx';
import { CALLBACK_WORDS } from '../../words/callbacks.ts';
import styles from './callbacks.module.css';
import type { Deed } from './use-callbacks.ts';

const WORDS = CALLBACK_WORDS.close;
const BOX = 'callback-cause';
const keyOf = (cause: CallbackCause['cause']): string =>
  cause.kind === 'step' ? `${cause.journey}/${cause.step}` : cause.kind;

/** Closing needs where it went wrong and what we do about it, so that causes add up on the map. */
export function CloseForm({ callback, deed }: { readonly callback: Callback; readonly deed: Deed }) {
  const { id, causes, suggestedCause, actions } = callback;
  const [cause, setCause] = useState(suggestedCause === null ? '' : keyOf(suggestedCause));
  const [action, setAction] = useState('');
  const [ask, setAsk] = useState(callback.ask === null);
  const own = useId();
  const chosen = causes.find((one) => keyOf(one.cause) === cause);
  const journeys = [...new Set(causes.map(({ journeyTitle }) => journeyTitle))];
  useCommand('callback.close', () => document.getElementById(BOX)?.focus());
  const mayAsk = callback.ask === null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!chosen) return;
        deed.mutate({
          act: () =>
            client.call('closeCallback', {
              params: { id },
              body: { cause: chosen.cause, action: action.trim(), ask: ask && mayAsk },
            }),
          said: WORDS.said,
        });
      }}
    >
      <div className={fields.field}>
        <label className={fields.label} htmlFor={BOX}>
          {WORDS.cause}
        </label>
        <select id={BOX} className={fields.input} value={cause} onChange={(event) => setCause(event.target.value)}>
          <option value="">{WORDS.choose}</option>
          {journeys.map((title) => (
            <optgroup key={title} label={title === '' ? WORDS.offMap : title}>
              {causes
                .filter((one) => one.journeyTitle === title)
                .map((one) => (
                  <option key={keyOf(one.cause)} value={keyOf(one.cause)}>
                    {one.title}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        {chosen && (
          <span className="meta">
            {WORDS.count(formatCount(chosen.closed))} {chosen.owner && WORDS.owner(chosen.owner)}
          </span>
        )}
      </div>
      <div className={fields.field}>
        <label className={fields.label} htmlFor={`${own}-do`}>
          {WORDS.do}
        </label>
        <input
          id={`${own}-do`}
          className={fields.input}
          list={`${own}-list`}
          value={action}
          maxLength={500}
          aria-describedby={`${own}-help`}
          onChange={(event) => setAction(event.target.value)}
        />
        <datalist id={`${own}-list`}>
          {actions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <span className="meta" id={`${own}-help`}>
          {WORDS.doHelp}
        </span>
      </div>
      {mayAsk && (
        <Checks
          label=""
          options={[{ id: 'ask', text: WORDS.ask }]}
          chosen={ask ? ['ask'] : []}
          onChange={(now) => setAsk(now.length > 0)}
        />
      )}
      <Button type="submit" isDisabled={deed.isPending || !chosen || action.trim() === ''}>
        {ask && mayAsk ? WORDS.action : WORDS.actionOnly}
      </Button>
      <p className="meta">{!chosen || action.trim() === '' ? WORDS.needs : mayAsk ? WORDS.askHelp : ''}</p>
    </form>
  );
}
