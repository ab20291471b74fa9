import type { ReactNode } from 'react';
import { classes } from '../ui/classes.ts';
import styles from './page-head.module.css';
import { usePageTitle } from './page-title.ts';

/** The title row of a page: where we are, short facts, what can be done. */
export function PageHead({
  title,
  before,
  after,
  actions,
  isSmall = false,
}: {
  readonly title: string;
  /** Name of the section this page lies in. */
  readonly before?: { readonly text: string; readonly link: ReactNode };
  readonly after?: ReactNode;
  readonly actions?: ReactNode;
  readonly isSmall?: boolean;
}) {
  usePageTitle(before ? [title, before.text] : [title]);
  return (
    <div className={styles.head}>
      {before && (
        <>
          <span className={styles.crumb}>{before.link}</span>
          <span className={styles.crumb} aria-hidden="true">
            /
          </span>
        </>
      )}
      <h1 className={classes(isSmall && styles.small)}>{title}</h1>
      {after}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
