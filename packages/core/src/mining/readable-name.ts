/** Parts of a name at spaces, underscores, hyphens, dots, slashes, and where camelCase changes. */
export function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFC')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * The name of an event as one would read it: `order_approved` and `OrderApproved` become "Order approved". Names with
 * spaces were written for people and stay as they are, and so do names without a letter.
 */
export function readableName(name: string): string {
  const trimmed = name.trim();
  if (/\s/u.test(trimmed)) return trimmed;
  const words = wordsOf(trimmed).map((word) => (/^\p{Lu}{2,}\p{N}*$/u.test(word) ? word : word.toLowerCase()));
  const text = words.join(' ');
  return text === '' ? trimmed : text.charAt(0).toUpperCase() + text.slice(1);
}
