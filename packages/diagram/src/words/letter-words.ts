/** What a link of a letter leads to, by its path below the workspace: links that all say "open" tell nobody apart. */
export function letterLinkWords(path: string): string {
  if (path.startsWith('journeys/')) return 'See it among the gaps';
  if (path.startsWith('feedback/loved')) return 'See what customers loved';
  return path.startsWith('callbacks') ? 'Open the call-backs' : 'Open the alerts';
}
