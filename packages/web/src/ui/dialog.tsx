import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { UI_WORDS } from '../words/ui.ts';
import { IconButton } from './button.tsx';
import { classes } from './classes.ts';
import styles from './overlay.module.css';

/** A layer above the page. The focus stays inside; Esc or a click outside closes it and gives the focus back. */
export function Dialog({
  title,
  onClose,
  place = 'middle',
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly place?: 'middle' | 'wide' | 'side';
  readonly children: ReactNode;
}) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={classes(styles.veil, place === 'side' && styles.side)}
    >
      <Modal className={classes(styles.modal, place === 'wide' && styles.wide)}>
        <AriaDialog className={styles.dialog ?? ''}>
          <div className={styles.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton name={UI_WORDS.close} onPress={onClose} look="ghost">
              <X size={16} aria-hidden="true" />
            </IconButton>
          </div>
          <div className={styles.body}>{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
