import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import styles from './overlay.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly text: string;
  readonly icon?: ReactNode;
}

/** A button that opens a list of things to do. */
export function Menu({
  trigger,
  label,
  entries,
  onChoose,
  isOpen,
  onOpenChange,
}: {
  readonly trigger: ReactNode;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onChoose: (id: string) => void;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}) {
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={6}>
        <AriaMenu className={styles.menu ?? ''} aria-label={label} onAction={(key) => onChoose(String(key))}>
          {entries.map((entry) => (
            <MenuItem key={entry.id} id={entry.id} className={styles.item ?? ''} textValue={entry.text}>
              {entry.icon}
              {entry.text}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
