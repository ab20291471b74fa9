/** As many letters of a quote as a card or a headline holds. */
const QUOTE_LETTERS = 160;

/** What a customer wrote, cut after a whole word with "…" where it is long. Short texts stay as they are. */
export function shortened(text: string, most = QUOTE_LETTERS): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const end = cut.lastIndexOf(' ');
  return `${(end > most / 2 ? cut.slice(0, end) : cut).replace(/[\s,.;:–-]+$/u, '')} …`;
}
