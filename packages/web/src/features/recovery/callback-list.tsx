import { CALLBACK_TABS, type CallbackEntry, type CallbackTab, type CallbackList as List } from '@continuo/contract';
import { formatCount } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { CALLBACK_WORDS as WORDS } from '../../words/callbacks.ts';
import styles from './callbacks.module.css';
import { DueChip } from './due-chip.tsx';
import { PutRightChip } from './put-right-chip.tsx';

/** The tabs with their counts; each is an address of its own. */
export function CallbackTabs({ tab, counts }: { readonly tab: CallbackTab; readonly counts: List['counts'] | null }) {
  const { ws } = useParams({ from: '/w/$ws' });
  return (
    <nav className={styles.tabs} aria-label={WORDS.tabs.label}>
      {CALLBACK_TABS.map((one) => (
        <Link
          key={one}
          to="/w/$ws/callbacks"
          params={{ ws }}
          search={{ tab: one === 'mine' ? undefined : one }}
          className={styles.tab}
          // The address of a call-back lies below that of every tab: which one is shown is said here.
          activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
          aria-current={one === tab ? 'page' : undefined}
        >
          {WORDS.tabs[one]} {counts && <span>{formatCount(counts[one])}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** Those of one tab, the most urgent first. */
export function CallbackList({
  list,
  open,
  chosen,
  onChoose,
  onMore,
}: {
  readonly list: List;
  /** The one that is read. */
  readonly open: number | null;
  /** Those that something is to be done with at once. */
  readonly chosen: readonly number[];
  readonly onChoose: (id: number) => void;
  readonly onMore: () => void;
}) {
  return (
    <>
      <ul className={styles.rows} aria-label={WORDS.list(formatCount(list.items.length))}>
        {list.items.map((entry) => (
          <Row
            key={entry.id}
            entry={entry}
            list={list}
            isOpen={entry.id === open}
            isChosen={chosen.includes(entry.id)}
            onChoose={() => onChoose(entry.id)}
          />
        ))}
      </ul>
      {list.next !== null && <Button onPress={onMore}>{WORDS.more}</Button>}
    </>
  );
}

/** Whose it is: the team, and beyond one's own and what is over, who has it. */
function whoHas({ team, owner }: CallbackEntry, tab: CallbackTab): string {
  const name = tab === 'mine' || tab === 'closed' ? undefined : owner?.name;
  return [team, name].filter((part) => part != null).join(' · ');
}

function Row({
  entry,
  list: { tab, nowMs, timeZone },
  isOpen,
  isChosen,
  onChoose,
}: {
  readonly entry: CallbackEntry;
  readonly list: List;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  return (
    <li className={classes(styles.row, isOpen && styles.openRow)}>
      <label className={styles.choose}>
        <input type="checkbox" checked={isChosen} onChange={onChoose} />
        <span className="sr">{WORDS.choose(entry.name)}</span>
      </label>
      <Link
        to="/w/$ws/callbacks/$id"
        params={{ ws, id: String(entry.id) }}
        search={{ tab: tab === 'mine' ? undefined : tab }}
        className={styles.rowLink}
        aria-current={isOpen ? 'true' : undefined}
        data-callback={entry.id}
      >
        <span className={styles.rowHead}>
          <b>{entry.name}</b>
          <DueChip callback={entry} nowMs={nowMs} timeZone={timeZone} />
          <PutRightChip putRight={entry.putRight} />
        </span>
        <span className={styles.what}>{entry.what}</span>
        <span className={`meta ${styles.rowFoot}`}>
          <span>{WORDS.openedBecause(entry.why)}</span>
          <span>{whoHas(entry, tab)}</span>
        </span>
      </Link>
    </li>
  );
}
