/** A name nobody else has: of this editor, or of a new thing on a map. */
export function newId(kind: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `${kind}-${Array.from(bytes, (byte) => (byte % 36).toString(36)).join('')}`;
}
