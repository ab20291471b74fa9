import type { JourneyContract } from './contract.ts';
import type { Edit, Edited } from './edit.ts';
import { before, changed, placed, without } from './ordered.ts';

type ListName = 'stages' | 'lanes' | 'promises' | 'rules';
type Item<List extends ListName> = JourneyContract[List][number];

/** The same value, told by its JSON. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** A thing with one field set, and what the field held. The same object when it held that already. */
export function setField<Thing, Field extends keyof Thing>(
  thing: Thing,
  field: Field,
  value: Thing[Field],
): { readonly next: Thing; readonly value: Thing[Field] } {
  const held = thing[field];
  return { next: isSame(held, value) ? thing : { ...thing, [field]: value }, value: held };
}

/** Puts an item into a list, unless one of its id is there. */
export function addItem<List extends ListName>(
  contract: JourneyContract,
  list: List,
  item: Item<List>,
  after: string | null,
  inverse: Edit,
): Edited {
  const items: readonly Item<List>[] = contract[list];
  if (items.some(({ id }) => id === item.id)) return { contract, inverse: null };
  return { contract: { ...contract, [list]: placed(items, item, after) }, inverse };
}

/** Takes an item out of a list; `inverse` says how to put it back after what stood before it. */
export function removeItem<List extends ListName>(
  contract: JourneyContract,
  list: List,
  id: string,
  inverse: (item: Item<List>, after: string | null) => Edit,
): Edited {
  const items: readonly Item<List>[] = contract[list];
  const item = items.find((each) => each.id === id);
  if (item === undefined) return { contract, inverse: null };
  return { contract: { ...contract, [list]: without(items, id) }, inverse: inverse(item, before(items, id)) };
}

/** Moves a stage or a lane behind another; behind itself is where it is. */
export function moveItem(
  contract: JourneyContract,
  list: 'stages' | 'lanes',
  edit: Extract<Edit, { readonly kind: 'move-stage' | 'move-lane' }>,
): Edited {
  const items: readonly Item<typeof list>[] = contract[list];
  const item = items.find(({ id }) => id === edit.id);
  const stood = before(items, edit.id);
  if (item === undefined || edit.after === edit.id || edit.after === stood) return { contract, inverse: null };
  const moved = placed(without(items, edit.id), item, edit.after);
  if (before(moved, edit.id) === stood) return { contract, inverse: null };
  return { contract: { ...contract, [list]: moved }, inverse: { ...edit, after: stood } };
}

/** Sets one field of an item. */
export function setItem(
  contract: JourneyContract,
  list: 'stages' | 'lanes' | 'promises',
  edit: Extract<Edit, { readonly kind: 'set-stage' | 'set-lane' | 'set-promise' }>,
): Edited {
  const items: readonly Item<typeof list>[] = contract[list];
  const item = items.find(({ id }) => id === edit.id);
  if (item === undefined) return { contract, inverse: null };
  const { next, value } = setField(item as never, edit.field as never, edit.value as never);
  if (next === item) return { contract, inverse: null };
  return {
    contract: { ...contract, [list]: changed(items, edit.id, () => next) },
    inverse: { ...edit, value } as Edit,
  };
}

/** Sets a rule as a whole. */
export function setRule(contract: JourneyContract, edit: Extract<Edit, { readonly kind: 'set-rule' }>): Edited {
  const rule = contract.rules.find(({ id }) => id === edit.rule.id);
  if (rule === undefined || isSame(rule, edit.rule)) return { contract, inverse: null };
  const rules = changed(contract.rules, rule.id, () => edit.rule);
  return { contract: { ...contract, rules }, inverse: { kind: 'set-rule', rule } };
}
