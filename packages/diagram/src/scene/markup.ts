const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Control characters, lone surrogates and the two non-characters; XML allows tab, line feed, return and U+007F up. */
const SUSPECT = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
const isAllowed = (character: string): boolean => /[\t\n\r\x7f-\x9f]/u.test(character);

/** Text made safe inside an element or an attribute; characters XML cannot hold become U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(SUSPECT, (character) => (isAllowed(character) ? character : '\ufffd'))
    .replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
}

/** A number with at most `digits` decimals, without trailing zeros, never "-0" or an exponent; not finite gives "0". */
export function round(value: number, digits = 2): string {
  if (!Number.isFinite(value)) return '0';
  const factor = 10 ** digits;
  const whole = Math.round(value * factor) / factor;
  return String(whole === 0 ? 0 : whole);
}

/** Attributes as text, each led by a space; undefined ones are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  let text = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    text += ` ${name}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`;
  }
  return text;
}
