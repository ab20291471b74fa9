import type { Held } from '@continuo/contract';
import { formatCount } from '@continuo/diagram';
import { PRIVACY_WORDS as WORDS } from '../../words/settings.ts';
import styles from './settings.module.css';

const ORDER = ['customers', 'both', 'staff', 'nobody'] as const;

/** Everything that is held, by whom it is about; each opens to why, how long, who sees it, and its fields. */
export function HeldList({ held }: { readonly held: readonly Held[] }) {
  return ORDER.map((about) => (
    <section key={about}>
      <h3 className={styles.group}>{WORDS.about[about]}</h3>
      {held
        .filter((one) => one.about === about)
        .map((one) => (
          <One key={one.id} held={one} />
        ))}
    </section>
  ));
}

function One({ held: { what, why, until, seenBy, many, fields } }: { readonly held: Held }) {
  return (
    <details className={styles.held}>
      <summary>
        <b>{what}</b>
        {many !== null && <span className="meta num">{WORDS.rows(many, formatCount(many))}</span>}
      </summary>
      <dl className={styles.facts}>
        <dt>{WORDS.why}</dt>
        <dd>{why}</dd>
        <dt>{WORDS.until}</dt>
        <dd>{until}</dd>
        <dt>{WORDS.seenBy}</dt>
        <dd>{seenBy}</dd>
        <dt>{WORDS.fields(fields.length)}</dt>
        <dd>{fields.map((field) => field.what).join('; ')}</dd>
      </dl>
    </details>
  );
}
