import { type ReactNode, useId } from 'react';
import styles from './card.module.css';

/** A part of a page with its name. */
export function Card({
  title,
  icon,
  note,
  className,
  children,
}: {
  readonly title: string;
  readonly icon?: ReactNode;
  readonly note?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={`${styles.card} ${className ?? ''}`} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>
          {icon}
          {title}
        </h2>
        {note && <span className="meta">{note}</span>}
      </div>
      {children}
    </section>
  );
}
