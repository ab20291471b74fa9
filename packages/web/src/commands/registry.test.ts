import { describe, expect, test } from 'vitest';
import { COMMAND_WORDS } from '../words/commands.ts';
import { COMMANDS, type CommandId, commandOf, isSingleKey, printKeys, titleOf } from './registry.ts';

/** Keys that belong to the browser, the system or a screen reader. */
const NOT_OURS = /^(\$mod\+(?!(k|z|Shift\+z)$)|Alt\+|F\d|Tab|Space|Backspace)/i;

describe('the command registry', () => {
  test('has every command once, each with words', () => {
    expect(COMMANDS.map((command) => command.id).sort()).toEqual(Object.keys(COMMAND_WORDS).sort());
    for (const command of COMMANDS) expect(titleOf(command.id)).not.toBe('');
    expect(commandOf('go.home').keys).toBe('g h');
    expect(() => commandOf('nonsense' as CommandId)).toThrow('nonsense');
  });

  test('takes no key that is not ours', () => {
    for (const { keys } of COMMANDS) if (keys) expect(keys).not.toMatch(NOT_OURS);
  });

  test('two commands share a key only where they are never on one page', () => {
    const withKeys = COMMANDS.filter((command) => command.keys !== null);
    for (const keys of new Set(withKeys.map((command) => command.keys))) {
      const groups = withKeys.filter((command) => command.keys === keys).map((command) => command.group);
      expect(new Set(groups).size, `${keys}`).toBe(groups.length);
      if (groups.length > 1) for (const everywhere of ['go', 'app']) expect(groups).not.toContain(everywhere);
    }
  });

  test('no key is the beginning of a sequence', () => {
    const first = new Set(COMMANDS.flatMap(({ keys }) => (keys?.includes(' ') ? [keys.split(' ')[0]] : [])));
    for (const { keys } of COMMANDS) if (keys && !keys.includes(' ')) expect(first.has(keys)).toBe(false);
  });

  test.each([
    ['g h', true],
    ['Shift+S', true],
    ['?', true],
    ['+', true],
    ['$mod+k', false],
    ['Escape', false],
    ['ArrowLeft', false],
  ])('%s is a key of a single letter: %s', (keys, expected) => expect(isSingleKey(keys)).toBe(expected));

  test.each([
    ['g h', ['G', 'H']],
    ['$mod+k', ['⌘K']],
    ['Shift+S', ['⇧S']],
    ['+', ['+']],
    ['-', ['−']],
    ['Escape', ['Esc']],
  ])('%s is printed %j', (keys, expected) => expect(printKeys(keys, true)).toEqual(expected));
});
