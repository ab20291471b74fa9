import type { Variant } from '@continuo/core';
import { formatCount, formatDuration, formatShare } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { type AskScope, useAnswer } from '../../../api/hooks.ts';
import { About } from '../../../ui/about.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { ChannelMark } from '../../../ui/channel-mark.tsx';
import { Glyph } from '../../../ui/glyph.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { PathsSearch } from '../../../url/search.ts';
import { PATHS_WORDS } from '../../../words/paths.ts';
import { PeopleNumber } from '../../customers/people-number.tsx';
import { routeName } from '../route-name.ts';
import styles from './graph.module.css';

const WORDS = PATHS_WORDS.route;
const SHOWN = 5;
const ICONS = 14;

/** The routes most people take, with how long they last and how they felt. */
export function RouteList({ scope, search }: { readonly scope: AskScope; readonly search: PathsSearch }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { data, error } = useAnswer('variants', scope, { limit: SHOWN });
  if (error) return <ProblemBox error={error} />;
  if (!data) return <Skeleton lines={6} />;
  const { variants, total } = data.result;
  const held = variants.reduce((sum, variant) => sum + variant.runs, 0);
  const most = variants[0]?.path ?? [];
  return (
    <>
      <div className={styles.head}>
        <h2>
          {PATHS_WORDS.routes} <About name="routes" />
        </h2>
        <span className="meta">
          {PATHS_WORDS.routesNote(
            formatCount(variants.length),
            formatCount(total),
            formatShare(held, data.population.runs),
          )}
        </span>
      </div>
      <ol className={styles.routes}>
        {variants.map((variant) => (
          <Route key={variant.example} variant={variant} most={most} scope={scope} />
        ))}
      </ol>
      <Link to="/w/$ws/paths/routes" params={{ ws }} search={search} className={buttonClass('link')}>
        {PATHS_WORDS.routesAll}
      </Link>
    </>
  );
}

function Route({
  variant,
  most,
  scope,
}: {
  readonly variant: Variant;
  readonly most: readonly string[];
  readonly scope: AskScope;
}) {
  const name = routeName(variant.path, most);
  const answered = variant.unhappy + variant.neutral + variant.happy;
  const steps = variant.channels.slice(0, ICONS).map((channel, at) => ({ channel, key: `${at}` }));
  return (
    <li className={styles.route}>
      <b>
        <PeopleNumber behind={{ kind: 'route', path: variant.path }} scope={scope} what={name}>
          {formatCount(variant.runs)}
        </PeopleNumber>
      </b>
      <span>{name}</span>
      <span className={styles.icons}>
        {steps.map(({ channel, key }) => (
          <ChannelMark key={key} channel={channel} />
        ))}
        {variant.path.length > ICONS && <span className="meta">+{variant.path.length - ICONS}</span>}
      </span>
      <span className="meta">{WORDS.half(formatDuration(variant.medianMs))}</span>
      {answered > 0 && (
        <span className={variant.unhappy * 2 > answered ? `meta ${styles.harm}` : 'meta'}>
          {variant.unhappy * 2 > answered && <Glyph kind="harm" />}{' '}
          {WORDS.unhappy(formatShare(variant.unhappy, answered))}
        </span>
      )}
    </li>
  );
}
