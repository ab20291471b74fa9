import { type Document, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type FileProblem, type ReadResult, unreadable } from './problem.ts';
import type { FilePath, FileValue, Parsed } from './value.ts';

/** Characters: thousands of steps; images are what makes maps large. */
const LARGEST = 10_000_000;
/** Values after aliases are filled in: a file of nested aliases must not unfold to billions. */
const MOST_VALUES = 200_000;
const DEEPEST = 60;

/** Takes a YAML or JSON text apart without judging what it means. Every syntax error is a problem with its line. */
export function parseFile(text: string, format: 'yaml' | 'json'): ReadResult<Parsed> {
  if (text.length > LARGEST) return unreadable('The file is too large.', 'At most 10 million characters.');
  if (text.trim() === '') return unreadable('The file is empty.', 'Begin with: journey: I order and it arrives');
  return format === 'json' ? parseJson(text) : parseYaml(text);
}

function parseJson(text: string): ReadResult<Parsed> {
  try {
    const value = fromJson(JSON.parse(text), { left: MOST_VALUES }, 0);
    let lines: Parsed['lineOf'] | null = null;
    const lineOf: Parsed['lineOf'] = (path, isKey) => {
      // JSON is YAML; its lines are wanted only when something is wrong.
      lines ??= linesOf(text);
      return lines(path, isKey);
    };
    return { ok: true, value: { value, lineOf }, notes: [] };
  } catch (error) {
    if (error instanceof TooMuch) return unreadable(error.message, 'Make it smaller.');
    const at = /position (\d+)/.exec((error as Error).message)?.[1];
    const line = at === undefined ? null : text.slice(0, Number(at)).split('\n').length;
    return unreadable('This is not JSON.', `The reader says: ${(error as Error).message.slice(0, 200)}`, line);
  }
}

function parseYaml(text: string): ReadResult<Parsed> {
  const counter = new LineCounter();
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { lineCounter: counter, schema: 'core', uniqueKeys: true, prettyErrors: false });
  } catch (error) {
    return unreadable('This is not YAML.', `The reader says: ${(error as Error).message.slice(0, 200)}`);
  }
  const problems: FileProblem[] = document.errors.slice(0, 50).map((error) => ({
    line: counter.linePos(error.pos[0]).line || null,
    path: '',
    words: `This is not YAML: ${error.message.slice(0, 200)}.`,
    todo:
      error.code === 'TAB_AS_INDENT'
        ? 'Indent with spaces.'
        : 'Check the indentation, and put quotes around texts with “: ” or “ #” in them.',
  }));
  if (problems.length > 0) return { ok: false, problems };
  try {
    const value = new NodeReader().value(document.contents, 0);
    return { ok: true, value: { value, lineOf: lineFinder(document, counter) }, notes: [] };
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return unreadable(error.message, 'Make it smaller, and write out what the aliases stand for.');
  }
}

class TooMuch extends Error {}
interface Budget {
  left: number;
}

function spend(budget: Budget, depth: number): void {
  budget.left -= 1;
  if (budget.left < 0) throw new TooMuch('The file holds too many values.');
  if (depth > DEEPEST) throw new TooMuch('The file is nested too deep.');
}

function fromJson(value: unknown, budget: Budget, depth: number): FileValue {
  spend(budget, depth);
  if (Array.isArray(value)) return value.map((item) => fromJson(item, budget, depth + 1));
  if (value !== null && typeof value === 'object')
    return new Map(Object.entries(value).map(([key, item]) => [key, fromJson(item, budget, depth + 1)]));
  return value as string | number | boolean | null;
}

/** Turns YAML nodes into values. What an alias stands for is kept with its size, so that it costs no second walk but still counts. */
class NodeReader {
  readonly #budget: Budget = { left: MOST_VALUES };
  readonly #anchors = new Map<string, { readonly value: FileValue; readonly size: number }>();

  value(node: unknown, depth: number): FileValue {
    const before = this.#budget.left;
    spend(this.#budget, depth);
    const value = this.#inner(node, depth + 1);
    const anchor = isScalar(node) || isSeq(node) || isMap(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, { value, size: before - this.#budget.left });
    return value;
  }

  #inner(node: unknown, depth: number): FileValue {
    if (isAlias(node)) {
      const known = this.#anchors.get(node.source);
      if (known === undefined) throw new TooMuch(`“*${node.source}” stands for itself or for nothing.`);
      this.#budget.left -= known.size;
      if (this.#budget.left < 0) throw new TooMuch('The file holds too many values.');
      return known.value;
    }
    if (isSeq(node)) return node.items.map((item) => this.value(item, depth));
    if (isMap(node))
      return new Map(node.items.map((pair) => [keyText(pair.key), this.value(pair.value, depth)] as const));
    if (!isScalar(node)) return null;
    const { value, source } = node;
    // A plain 1.10 or 0x1F in a title is a text: only numbers that look the same when written again are numbers.
    if (typeof value === 'number') return String(value) === source ? value : (source ?? String(value));
    return typeof value === 'string' || typeof value === 'boolean' || value === null ? value : String(source ?? value);
  }
}

const keyText = (key: unknown): string => (isScalar(key) ? (key.source ?? String(key.value)) : String(key));

function linesOf(text: string): Parsed['lineOf'] {
  const counter = new LineCounter();
  try {
    return lineFinder(parseDocument(text, { lineCounter: counter, prettyErrors: false }), counter);
  } catch {
    return () => null;
  }
}

function lineFinder(document: Document, counter: LineCounter): Parsed['lineOf'] {
  return (path: FilePath, isKey: boolean) => {
    let node: unknown = document.contents;
    let key: unknown = null;
    for (const part of path) {
      if (isAlias(node)) node = node.resolve(document);
      if (isSeq(node) && typeof part === 'number') {
        node = node.items[part];
        key = null;
      } else if (isMap(node)) {
        const pair = node.items.find((item) => isPair(item) && keyText(item.key) === String(part));
        if (pair === undefined) return null;
        key = pair.key;
        node = pair.value;
      } else return null;
    }
    const shown = (isKey || node === null || node === undefined ? key : node) as Node | null;
    const start = shown?.range?.[0];
    return start === undefined ? null : counter.linePos(start).line || null;
  };
}
