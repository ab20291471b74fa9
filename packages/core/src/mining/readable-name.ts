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
 * spaces were written for people: they only begin with a capital, and underscores between their words become spaces. Names without a letter stay as they are.
 */
export function readableName(name: string): string {
  const trimmed = /\s/u.test(name.trim()) ? name.trim().replace(/_+/gu, ' ') : name.trim();
  // Only a word of small letters: an “iPad found” is not an “IPad found”.
  if (/\s/u.test(trimmed)) return /^\p{Ll}+\s/u.test(trimmed) ? capital(trimmed) : trimmed;
  const words = wordsOf(trimmed).map((word) => (/^\p{Lu}{2,}\p{N}*$/u.test(word) ? word : word.toLowerCase()));
  const text = words.join(' ');
  return text === '' ? trimmed : capital(text);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The name within a sentence: its first word without the capital, unless it is one of capitals or has more of them. */
export function midSentence(title: string): string {
  return /^\p{Lu}[^\p{Lu}\s]+(?:\s|$)/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
