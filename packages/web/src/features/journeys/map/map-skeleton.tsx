import { Skeleton } from '../../../ui/skeleton.tsx';
import styles from './map-page.module.css';

const BONES = Array.from({ length: 40 }, (_, at) => `bone ${at}`);

/** The outline of a map: title, sentence, facts, bar, grid. */
export function MapSkeleton() {
  return (
    <div className={styles.skeleton}>
      <Skeleton lines={3} />
      <Skeleton height={36} />
      <div className={styles.bones} aria-hidden="true">
        {BONES.map((bone) => (
          <span key={bone} />
        ))}
      </div>
    </div>
  );
}
