import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** What one task cost the process that did it. */
export interface Cost {
  /** User and system time of all threads, ms: unlike wall time it hardly depends on what else the machine does. */
  readonly cpuMs: number;
  readonly wallMs: number;
  /** Resident memory before the task and its peak during it, MB. */
  readonly beforeMb: number;
  readonly peakMb: number;
}

export interface Measured<T> extends Cost {
  readonly value: T;
}

const MB = 1_000_000;

/** Runs the task and measures this process meanwhile. */
export async function measured<T>(task: () => Promise<T>): Promise<Measured<T>> {
  resetPeak();
  const beforeMb = process.memoryUsage.rss() / MB;
  const cpu = process.cpuUsage();
  const began = performance.now();
  const value = await task();
  const wallMs = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  return { value, cpuMs: (user + system) / 1000, wallMs, beforeMb, peakMb: peakMb() };
}

/** Linux keeps the peak of a process and lets it be set back; elsewhere the peak is that of its whole life. */
function resetPeak(): void {
  if (existsSync('/proc/self/clear_refs')) writeFileSync('/proc/self/clear_refs', '5');
}

function peakMb(): number {
  if (!existsSync('/proc/self/status')) return (process.resourceUsage().maxRSS * 1024) / MB;
  const line = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
  return (Number(line?.[1] ?? 0) * 1024) / MB;
}
