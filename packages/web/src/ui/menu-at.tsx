import { Menu as AriaMenu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { MenuEntry } from './menu.tsx';
import styles from './overlay.module.css';

/** A list of things to do beside any element of the page: one menu for a whole surface of cells. */
export function MenuAt({
  at,
  label,
  entries,
  onChoose,
  onClose,
}: {
  readonly at: HTMLElement;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}) {
  return (
    <Popover
      triggerRef={{ current: at }}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={styles.popover ?? ''}
      placement="bottom start"
      offset={4}
    >
      <AriaMenu
        className={styles.menu ?? ''}
        aria-label={label}
        autoFocus="first"
        onAction={(key) => onChoose(String(key))}
        onClose={onClose}
      >
        {entries.map((entry) => (
          <MenuItem key={entry.id} id={entry.id} className={styles.item ?? ''} textValue={entry.text}>
            {entry.icon}
            {entry.text}
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  );
}
