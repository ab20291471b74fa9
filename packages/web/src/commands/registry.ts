import { COMMAND_WORDS, type GROUP_WORDS } from '../words/commands.ts';

export type CommandId = keyof typeof COMMAND_WORDS;

export interface Command {
  readonly id: CommandId;
  readonly group: keyof typeof GROUP_WORDS;
  /** Keys as `tinykeys` reads them; null: only in the palette and in menus. */
  readonly keys: string | null;
}

/** Every command there is. Palette, shortcuts sheet, key bindings and menu hints are made from this one list. */
export const COMMANDS: readonly Command[] = [
  { id: 'go.home', group: 'go', keys: 'g h' },
  { id: 'go.journeys', group: 'go', keys: 'g j' },
  { id: 'go.paths', group: 'go', keys: 'g p' },
  { id: 'go.customers', group: 'go', keys: 'g c' },
  { id: 'go.feedback', group: 'go', keys: 'g f' },
  { id: 'go.callbacks', group: 'go', keys: 'g b' },
  { id: 'go.letters', group: 'go', keys: 'g m' },
  { id: 'go.data', group: 'go', keys: 'g d' },
  { id: 'go.sources', group: 'go', keys: 'g s' },
  { id: 'go.events', group: 'go', keys: 'g e' },
  { id: 'go.alerts', group: 'go', keys: 'g l' },
  { id: 'go.welcome', group: 'go', keys: null },
  { id: 'paths.graph', group: 'page', keys: '1' },
  { id: 'paths.flow', group: 'page', keys: '2' },
  { id: 'paths.routes', group: 'page', keys: '3' },
  { id: 'paths.funnel', group: 'page', keys: '4' },
  { id: 'paths.loop', group: 'page', keys: '5' },
  { id: 'paths.table', group: 'page', keys: '6' },
  { id: 'feedback.answers', group: 'feedback', keys: '1' },
  { id: 'feedback.themes', group: 'feedback', keys: '2' },
  { id: 'feedback.loved', group: 'feedback', keys: '3' },
  { id: 'feedback.surveys', group: 'feedback', keys: '4' },
  { id: 'feedback.new', group: 'feedback', keys: 'n' },
  { id: 'survey.send', group: 'feedback', keys: 's' },
  { id: 'view.table', group: 'page', keys: 't' },
  { id: 'view.export', group: 'page', keys: 'e' },
  { id: 'view.share', group: 'page', keys: 'Shift+S' },
  { id: 'view.filter', group: 'page', keys: 'f' },
  { id: 'view.unselect', group: 'page', keys: 'Escape' },
  { id: 'list.search', group: 'page', keys: '/' },
  { id: 'go.gaps', group: 'map', keys: 'g a' },
  { id: 'map.planned', group: 'map', keys: '1' },
  { id: 'map.both', group: 'map', keys: '2' },
  { id: 'map.lived', group: 'map', keys: '3' },
  { id: 'map.inspect', group: 'map', keys: 'i' },
  { id: 'map.present', group: 'map', keys: 'p' },
  { id: 'map.edit', group: 'map', keys: null },
  { id: 'journeys.new', group: 'page', keys: 'n' },
  { id: 'edit.step', group: 'edit', keys: 'n' },
  { id: 'edit.stage', group: 'edit', keys: 'Shift+N' },
  { id: 'edit.lane', group: 'edit', keys: 'l' },
  { id: 'edit.move', group: 'edit', keys: 'm' },
  { id: 'edit.panel', group: 'edit', keys: 'i' },
  { id: 'edit.undo', group: 'edit', keys: '$mod+z' },
  { id: 'edit.redo', group: 'edit', keys: '$mod+Shift+z' },
  { id: 'present.next', group: 'present', keys: 'ArrowRight' },
  { id: 'present.previous', group: 'present', keys: 'ArrowLeft' },
  { id: 'present.close', group: 'present', keys: 'Escape' },
  { id: 'list.next', group: 'gaps', keys: 'j' },
  { id: 'list.previous', group: 'gaps', keys: 'k' },
  { id: 'gap.accept', group: 'gaps', keys: 'a' },
  { id: 'gap.watch', group: 'gaps', keys: 'w' },
  { id: 'gap.dismiss', group: 'gaps', keys: 'd' },
  { id: 'gap.reopen', group: 'gaps', keys: 'r' },
  { id: 'gap.open', group: 'gaps', keys: 'Enter' },
  { id: 'callback.call', group: 'callbacks', keys: 'c' },
  { id: 'callback.close', group: 'callbacks', keys: 'e' },
  { id: 'callback.choose', group: 'callbacks', keys: 'x' },
  { id: 'graph.in', group: 'graph', keys: '+' },
  { id: 'graph.out', group: 'graph', keys: '-' },
  { id: 'graph.fit', group: 'graph', keys: '0' },
  { id: 'story.previous', group: 'story', keys: 'ArrowLeft' },
  { id: 'story.next', group: 'story', keys: 'ArrowRight' },
  { id: 'story.others', group: 'story', keys: 'Enter' },
  { id: 'story.print', group: 'story', keys: 'p' },
  { id: 'story.close', group: 'story', keys: 'Escape' },
  { id: 'app.palette', group: 'app', keys: '$mod+k' },
  { id: 'app.help', group: 'app', keys: '?' },
  { id: 'app.nav', group: 'app', keys: null },
  { id: 'theme.system', group: 'app', keys: null },
  { id: 'theme.light', group: 'app', keys: null },
  { id: 'theme.dark', group: 'app', keys: null },
];

const BY_ID = new Map(COMMANDS.map((command) => [command.id, command]));

/** The command with this id; every id has one (tested). */
export function commandOf(id: CommandId): Command {
  const command = BY_ID.get(id);
  if (!command) throw new TypeError(`no command ${id}`);
  return command;
}

export function titleOf(id: CommandId): string {
  return COMMAND_WORDS[id];
}

/** True for keys that would get in the way of typing or could be said by accident to a speech tool (WCAG 2.1.4). */
export function isSingleKey(keys: string): boolean {
  return keys.split(' ').every((press) => /^(Shift\+)?.$/u.test(press));
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  '-': '−',
};

/** Keys as they are printed: `G` `H`, `⌘K` on a Mac and `Ctrl K` elsewhere. */
export function printKeys(keys: string, isMac: boolean): readonly string[] {
  return keys.split(' ').map((press) =>
    press
      .split('+')
      .filter((part, at, all) => part !== '' || at === all.length - 1)
      .map((part) =>
        part === '$mod' ? (isMac ? '⌘' : 'Ctrl ') : part === 'Shift' ? '⇧' : (SIGNS[part] ?? part.toUpperCase()),
      )
      .map((part) => (part === '' ? '+' : part))
      .join(''),
  );
}
