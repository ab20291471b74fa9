import type { Overview } from '@continuo/contract';
import { formatRange } from '@continuo/diagram';
import { useState } from 'react';
import { useOverview } from '../../api/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { readPeriod } from '../../url/period.ts';
import type { ScopeSearch } from '../../url/search.ts';
import { PATHS_WORDS } from '../../words/paths.ts';
import styles from './filter-bar.module.css';
import type { ScopeControl } from './use-paths.ts';

const WORDS = PATHS_WORDS.filters;
const PRESETS = [7, 28, 90];

/** The period in words: relative ones say so, others name their days. */
export function periodName(search: ScopeSearch, overview: Overview): string {
  const { workspace, firstMs, lastMs } = overview;
  const back = /^-(\d+)d$/.exec(search.from ?? '');
  if (back && search.to === undefined) return WORDS.last(Number(back[1]));
  const period = readPeriod(search.from, search.to, { timeZone: workspace.timeZone, firstMs, lastMs });
  return period ? formatRange(period.fromMs, period.toMs, workspace.timeZone) : WORDS.everything;
}

/** Choose a period: the usual ones, or two days. */
export function PeriodForm({ control, onDone }: { readonly control: ScopeControl; readonly onDone: () => void }) {
  const [search, change] = control;
  const { workspace } = useOverview();
  const [from, setFrom] = useState(search.from?.startsWith('-') ? '' : (search.from ?? ''));
  const [to, setTo] = useState(search.to ?? '');
  const choose = (next: ScopeSearch) => {
    change({ from: undefined, to: undefined, ...next });
    onDone();
  };
  return (
    <>
      <div className={styles.presets}>
        <Button look="ghost" onPress={() => choose({})}>
          {WORDS.everything}
        </Button>
        {PRESETS.map((days) => (
          <Button key={days} look="ghost" onPress={() => choose({ from: `-${days}d` })}>
            {WORDS.last(days)}
          </Button>
        ))}
      </div>
      <div className={styles.pair}>
        <TextField label={WORDS.from} type="date" value={from} onChange={setFrom} />
        <TextField label={WORDS.to} type="date" value={to} onChange={setTo} />
      </div>
      <Button
        look="primary"
        isDisabled={from === '' && to === ''}
        onPress={() => choose({ from: from || undefined, to: to || undefined })}
      >
        {WORDS.period}
      </Button>
      <span className="meta">{workspace.timeZone}</span>
    </>
  );
}
