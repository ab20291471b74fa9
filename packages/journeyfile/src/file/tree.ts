import { Document, isMap, isScalar, isSeq, type Node, visit, type YAMLMap } from 'yaml';
import { GROUP_WORDS } from './words.ts';

/** What is to be written: maps keep their order. */
export type Tree = string | number | boolean | null | readonly Tree[] | TreeMap;
export type TreeMap = ReadonlyMap<string, Tree>;

/** A map of those fields that say something: `undefined` ones are left out. */
export function treeOf(fields: readonly (readonly [key: string, value: Tree | undefined])[]): TreeMap {
  return new Map(fields.filter((field): field is readonly [string, Tree] => field[1] !== undefined));
}

/** Indented JSON with a line feed at its end. */
export function jsonText(tree: Tree): string {
  return `${JSON.stringify(tree, (_, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : value), 2)}\n`;
}

/** Longest line on which a list or map of a few words is still written in one line. */
const SHORT = 100;
/** Maps under these keys are written in one line when they are short. */
const INLINE = new Set(['where', 'passage']);

/** YAML as people write it: an empty line between sections, short lists in one line, no folding of texts. */
export function yamlText(tree: TreeMap): string {
  const document = new Document(tree, { schema: 'core', version: '1.2' });
  const root = document.contents as unknown as YAMLMap;
  for (const pair of root.items) {
    const { key, value } = pair as { key: Node; value: Node };
    if (isSeq(value) || isMap(value)) key.spaceBefore = true;
    if (isSeq(value) && isScalar(key) && key.value === 'stages')
      for (const [i, stage] of value.items.entries()) if (i > 0) (stage as Node).spaceBefore = true;
    shorten(key, value);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function shorten(key: unknown, node: unknown): void {
  if (isSeq(node)) {
    if (node.items.length > 0 && node.items.every(isScalar) && isShort(node) && !isSteps(key)) node.flow = true;
    else for (const item of node.items) shorten(null, item);
  } else if (isMap(node)) {
    if (isScalar(key) && INLINE.has(String(key.value)) && isShort(node)) node.flow = true;
    else for (const pair of node.items) shorten(pair.key, pair.value);
  }
}

/** Steps stand one below the other even when they are only titles. */
const isSteps = (key: unknown): boolean =>
  isScalar(key) && (GROUP_WORDS as readonly string[]).includes(String(key.value));

/** Short, and of plain words only: a lone “?” or the like inside brackets would not be read back. */
function isShort(node: Node): boolean {
  const words: string[] = [];
  visit(node, { Scalar: (_, { value }) => void words.push(String(value)) });
  return (
    words.join(', ').length <= SHORT &&
    words.every((word) => /^[\p{L}\p{N}](?:[\p{L}\p{N} _./+()-]*[\p{L}\p{N}.)])?$/u.test(word))
  );
}
