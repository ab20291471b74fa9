import { Problem } from '@continuo/core';
import { MAX_RECORD_CHARS } from './record.ts';

/** One member of a top-level list or object of a JSON text, not yet parsed. */
export interface JsonItem {
  /** Name of the top-level member that holds it; `''` when the text itself is a list. */
  readonly section: string;
  /** Its name inside an object section; `''` inside a list and for a plain value. */
  readonly key: string;
  readonly json: string;
  /** Line on which it ends, from 1. */
  readonly line: number;
}

const QUOTE = 34;
const BACKSLASH = 92;

/**
 * Cuts a JSON text of any size into the members of its top-level lists and objects; memory holds one member.
 * Only the outer two levels are followed here; whether a member is sound is for `JSON.parse`.
 * Members go to the engine's own parser whole, which is many times faster than a stream of tokens.
 * Throws `import.unreadable` when the text is not JSON, ends in the middle, or a member is too long to keep.
 */
export class JsonItems {
  readonly #onItem: (item: JsonItem) => void;
  /** Text since the last boundary that came with earlier chunks. */
  #carry = '';
  #depth = 0;
  #inString = false;
  #escaped = false;
  #line = 1;
  /** Depth of the members: 1 in a top-level list, 2 inside the sections of a top-level object. */
  #memberDepth = 0;
  #section = '';
  #key = '';
  #sectionIsObject = false;
  #hasEnded = false;

  constructor(onItem: (item: JsonItem) => void) {
    this.#onItem = onItem;
  }

  push(text: string): void {
    let from = 0;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (code === BACKSLASH) this.#escaped = true;
        else if (code === QUOTE) this.#inString = false;
        continue;
      }
      if (code === 10) this.#line += 1;
      else if (code === QUOTE) this.#inString = true;
      else if (code === 0x7b || code === 0x5b) {
        if (this.#open(code === 0x7b, text.slice(from, i))) from = i + 1;
      } else if (code === 0x7d || code === 0x5d) {
        if (this.#close(text, from, i)) from = i + 1;
      } else if (code === 0x2c && this.#depth <= this.#memberDepth) {
        this.#emit(text.slice(from, i));
        from = i + 1;
      } else if (code === 0x3a && this.#takeKey(text, from, i)) from = i + 1;
    }
    this.#carry += text.slice(from);
    if (this.#carry.length > MAX_RECORD_CHARS) {
      throw this.#broken(`A single entry near line ${this.#line} is longer than 4 million characters`);
    }
  }

  /** Ends the text; throws when it is not whole. */
  end(): void {
    if (!this.#hasEnded || this.#carry.trim() !== '') {
      throw this.#broken(`The JSON ends in the middle, or is not JSON (line ${this.#line})`);
    }
  }

  /** True when the bracket is a boundary: the top level itself or a section of it. */
  #open(isObject: boolean, before: string): boolean {
    this.#depth += 1;
    if (this.#depth === 1) {
      if (this.#hasEnded || (this.#carry + before).trim().replace('\uFEFF', '') !== '') {
        throw this.#broken(`Line ${this.#line} is not JSON`);
      }
      this.#memberDepth = isObject ? 2 : 1;
      this.#carry = '';
      return true;
    }
    if (this.#depth !== 2 || this.#memberDepth !== 2) return false;
    this.#sectionIsObject = isObject;
    this.#carry = '';
    return true;
  }

  #close(text: string, from: number, at: number): boolean {
    if (this.#depth === 0) throw this.#broken(`Line ${this.#line} closes what was never opened`);
    const isBoundary = this.#depth <= this.#memberDepth;
    if (isBoundary) this.#emit(text.slice(from, at));
    this.#depth -= 1;
    if (this.#depth === 0) this.#hasEnded = true;
    return isBoundary;
  }

  #takeKey(text: string, from: number, at: number): boolean {
    const isSection = this.#depth === 1 && this.#memberDepth === 2;
    const isMember = this.#depth === 2 && this.#memberDepth === 2 && this.#sectionIsObject;
    if (!isSection && !isMember) return false;
    const name = this.#parseKey(this.#carry + text.slice(from, at));
    this.#carry = '';
    this.#key = isSection ? '' : name;
    if (isSection) this.#section = name;
    return true;
  }

  #parseKey(json: string): string {
    try {
      return String(JSON.parse(json));
    } catch (cause) {
      throw this.#broken(`Line ${this.#line} is not JSON`, cause);
    }
  }

  #emit(last: string): void {
    const json = this.#carry === '' ? last : this.#carry + last;
    this.#carry = '';
    if (json.trim() !== '') this.#onItem({ section: this.#section, key: this.#key, json, line: this.#line });
  }

  #broken(what: string, cause?: unknown): Problem {
    return new Problem('import.unreadable', `${what}. Nothing was kept. Send the file again, whole.`, {
      details: { line: this.#line },
      cause,
    });
  }
}
