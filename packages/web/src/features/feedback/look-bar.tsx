import { counted } from '@continuo/diagram';
import { useJourneys } from '../../api/journeys.ts';
import { FEEDBACK_WORDS as WORDS } from '../../words/feedback.ts';
import { FilterBar } from '../paths/filter-bar.tsx';
import styles from './feedback.module.css';
import type { useFeedbackSearch } from './use-feedback.ts';

/** Where, when and of whom: everything by touchpoint or a map by step, the period, the filters. */
export function LookBar({
  control: [search, change],
  customers,
}: {
  readonly control: ReturnType<typeof useFeedbackSearch>;
  /** How many are looked at; undefined: not known yet. */
  readonly customers: number | undefined;
}) {
  const { data: journeys } = useJourneys();
  const maps = journeys ?? [];
  const isGone = search.map !== undefined && !maps.some(({ key }) => key === search.map);
  return (
    <FilterBar
      control={[search, change]}
      hasUnit={false}
      note={customers === undefined ? undefined : counted(customers, WORDS.customer)}
      before={
        <label className={styles.where}>
          <span>{WORDS.where.label}</span>
          <select
            value={search.map ?? ''}
            onChange={(event) => change({ map: event.target.value || undefined, at: undefined })}
          >
            <option value="">{WORDS.where.everything}</option>
            {maps.map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
            {isGone && <option value={search.map}>{search.map}</option>}
          </select>
        </label>
      }
    />
  );
}
