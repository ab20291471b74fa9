import { formatNumber } from '@continuo/diagram';

/** Size of a file: "820 B", "91 kB", "48.2 MB", "2.1 GB"; decimal units, three digits at most. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${formatNumber(Number((bytes / 1000 ** power).toPrecision(3)))}\u00a0${units[power]}`;
}
