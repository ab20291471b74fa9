import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useCommand } from '../../commands/live.ts';
import type { CommandId } from '../../commands/registry.ts';
import { PATHS_WORDS as WORDS } from '../../words/paths.ts';
import styles from './paths-frame.module.css';
import { usePathsSearch } from './use-paths.ts';

const VIEWS = ['graph', 'flow', 'routes', 'funnel', 'loop', 'table'] as const;
type View = (typeof VIEWS)[number];

/** The views of the same journeys: changing one keeps period, journey and filters. */
export function ViewTabs() {
  const { ws } = useParams({ from: '/w/$ws' });
  const [search] = usePathsSearch();
  return (
    <nav className={styles.tabs} aria-label={WORDS.viewsLabel}>
      {VIEWS.map((view) => (
        <Link
          key={view}
          to={`/w/$ws/paths/${view}`}
          params={{ ws }}
          search={{ ...search, show: undefined }}
          activeOptions={{ includeSearch: false }}
          className={styles.tab}
        >
          {WORDS.views[view]}
          <ViewKey view={view} />
        </Link>
      ))}
    </nav>
  );
}

/** Answers the key of one view. */
function ViewKey({ view }: { readonly view: View }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const [search] = usePathsSearch();
  const navigate = useNavigate();
  const id: CommandId = `paths.${view}`;
  useCommand(
    id,
    () => void navigate({ to: `/w/$ws/paths/${view}`, params: { ws }, search: { ...search, show: undefined } }),
  );
  return null;
}
