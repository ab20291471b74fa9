import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { perform, useLiveCommands } from '../commands/live.ts';
import { isMac } from '../commands/platform.ts';
import { COMMANDS, type CommandId, printKeys, titleOf } from '../commands/registry.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FilteredList } from '../ui/filtered-list.tsx';
import { PALETTE_WORDS } from '../words/commands.ts';
import styles from './palette.module.css';

/** Go, do, find a customer: one box for all, filled from the command registry. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const live = useLiveCommands();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const ws = location.pathname.split('/')[2] ?? '';
  const commands = COMMANDS.filter((command) => live.includes(command.id) && command.id !== 'app.palette');
  const entries = [
    ...commands.map((command) => ({
      id: command.id as string,
      text: titleOf(command.id),
      after: command.keys && <Keys keys={command.keys} />,
    })),
    ...(text.trim() ? [{ id: 'find', text: PALETTE_WORDS.customers(text.trim()), after: null, isAlways: true }] : []),
  ];
  return (
    <Dialog title={PALETTE_WORDS.title} onClose={onClose}>
      <FilteredList
        label={PALETTE_WORDS.label}
        none={PALETTE_WORDS.none}
        entries={entries}
        text={text}
        onText={setText}
        onChoose={(id) => {
          onClose();
          if (id === 'find') void navigate({ to: '/w/$ws/customers', params: { ws }, search: { q: text.trim() } });
          else setTimeout(() => perform(id as CommandId));
        }}
      />
    </Dialog>
  );
}

/** Keys as they are printed on a keyboard. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys}>
      {printKeys(keys, isMac()).map((sign) => (
        <kbd className="kbd" key={sign}>
          {sign}
        </kbd>
      ))}
    </span>
  );
}
