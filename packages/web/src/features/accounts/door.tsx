import type { ReactNode } from 'react';
import { usePageTitle } from '../../app/page-title.ts';
import { Logo } from '../../ui/logo.tsx';
import { SHELL_WORDS } from '../../words/shell.ts';
import styles from './accounts.module.css';

/** A page before one is inside: one sheet in the middle. */
export function Door({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  usePageTitle([title]);
  return (
    <main className={styles.door} id="page">
      <div className={styles.sheet}>
        <span className={styles.brand}>
          <Logo />
          {SHELL_WORDS.product}
        </span>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
