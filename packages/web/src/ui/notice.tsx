import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { UI_WORDS } from '../words/ui.ts';
import { IconButton } from './button.tsx';
import styles from './state.module.css';

/** One line over the page that can be put away. */
export function Notice({ children, onClose }: { readonly children: ReactNode; readonly onClose: () => void }) {
  return (
    <div className={styles.notice} role="status">
      <span>{children}</span>
      <IconButton name={UI_WORDS.close} onPress={onClose} look="ghost">
        <X size={14} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
