import { useState } from 'react';
import { setSingleKeys, singleKeysOn } from '../commands/keys.ts';
import { useLiveCommands } from '../commands/live.ts';
import { COMMANDS, titleOf } from '../commands/registry.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Checks } from '../ui/field.tsx';
import { GROUP_WORDS, PALETTE_WORDS } from '../words/commands.ts';
import styles from './palette.module.css';
import { Keys } from './palette.tsx';

const GROUPS = Object.keys(GROUP_WORDS) as (keyof typeof GROUP_WORDS)[];

/** The keys that work on this page, from the command registry. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const live = useLiveCommands();
  const [isSingle, setSingle] = useState(singleKeysOn);
  return (
    <Dialog title={PALETTE_WORDS.shortcuts} onClose={onClose} place="wide">
      <div className={styles.sheet}>
        {GROUPS.map((group) => {
          const commands = COMMANDS.filter(
            (command) => command.group === group && command.keys && live.includes(command.id),
          );
          if (commands.length === 0) return null;
          return (
            <section key={group}>
              <h3>{GROUP_WORDS[group]}</h3>
              <dl>
                {commands.map((command) => (
                  <div className={styles.row} key={command.id}>
                    <dt>{titleOf(command.id)}</dt>
                    <dd>{command.keys && <Keys keys={command.keys} />}</dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      <p className="meta">{PALETTE_WORDS.walk}</p>
      <Checks
        label=""
        options={[{ id: 'single', text: PALETTE_WORDS.single }]}
        chosen={isSingle ? ['single'] : []}
        onChange={(chosen) => {
          setSingleKeys(chosen.length > 0);
          setSingle(chosen.length > 0);
        }}
      />
      <p className="meta">{PALETTE_WORDS.singleHelp}</p>
    </Dialog>
  );
}
