/**
 * What somebody wrote, as every store can keep it: its lines end alike, other control characters are spaces, half characters
 * (a cut emoji) the sign for one that is unknown, and nothing blank stands around it.
 */
export function keptText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .trim();
}

/** The same in one line. */
export function keptLine(text: string): string {
  return keptText(text).replaceAll('\n', ' ');
}
