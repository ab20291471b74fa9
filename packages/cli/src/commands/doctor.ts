import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { readConfig, readServerFile } from '@continuo/server/local';
import { defineCommand } from 'citty';
import { EXIT } from '../exit-codes.ts';
import { print } from '../print.ts';
import { FOLDER } from './arguments.ts';

interface Finding {
  readonly what: string;
  readonly isFine: boolean;
  /** What was found, and when it is not fine the command that mends it. */
  readonly says: string;
}

const LEAST_FREE_BYTES = 2_000_000_000;

export const doctor = defineCommand({
  meta: { name: 'doctor', description: 'Say what is wrong here, and what mends it' },
  args: { folder: FOLDER, json: { type: 'boolean', description: 'As JSON' } },
  async run({ args }) {
    const { folder, warehouse } = readConfig(args.folder === undefined ? {} : { folder: args.folder });
    const findings = [
      node(),
      await writable(folder),
      await space(folder),
      engineThere(warehouse),
      await server(folder),
    ];
    if (args.json) print(JSON.stringify(findings, null, 2));
    else for (const finding of findings) print(`${finding.isFine ? '✓' : '▲'} ${finding.what}: ${finding.says}`);
    if (findings.some((finding) => !finding.isFine)) process.exitCode = EXIT.failed;
  },
});

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isFine = major > 20 || (major === 20 && minor >= 19);
  return {
    what: 'Node',
    isFine,
    says: isFine ? process.versions.node : `${process.versions.node}; install 20.19 or newer`,
  };
}

async function writable(folder: string): Promise<Finding> {
  const found = await access(folder, constants.F_OK).then(
    () => true,
    () => false,
  );
  if (!found)
    return { what: 'Data folder', isFine: true, says: `${folder} does not exist yet; the first start makes it` };
  const isFine = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  return {
    what: 'Data folder',
    isFine,
    says: isFine ? folder : `${folder} cannot be written; change its owner or choose another with --folder`,
  };
}

async function space(folder: string): Promise<Finding> {
  const disk = await statfs(folder).catch(() => statfs('.'));
  const free = disk.bavail * disk.bsize;
  const isFine = free >= LEAST_FREE_BYTES;
  return {
    what: 'Free space',
    isFine,
    says: `${(free / 1e9).toFixed(1)} GB${isFine ? '' : '; free some, 2 GB are the least'}`,
  };
}

function engineThere(location: string): Finding {
  if (!location.startsWith('chdb:'))
    return { what: 'Engine', isFine: true, says: 'a ClickHouse server, by CONTINUO_WAREHOUSE_URL' };
  const isFine = resolves('chdb');
  return { what: 'Engine', isFine, says: isFine ? 'embedded' : 'missing; run npm install' };
}

function resolves(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

async function server(folder: string): Promise<Finding> {
  const file = readServerFile(folder);
  if (!file) return { what: 'Server', isFine: true, says: 'not running; npm start starts it' };
  const isFine = await fetch(`${file.url}/api/v1/health`).then(
    (reply) => reply.ok,
    () => false,
  );
  return {
    what: 'Server',
    isFine,
    says: isFine
      ? `running at ${file.url}`
      : `process ${file.pid} does not answer at ${file.url}; stop it and start again`,
  };
}
