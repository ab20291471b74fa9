import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./clickhouse-node.mjs', import.meta.url));
const READY_MS = 60_000;
/** A node rests at about 260 MB; the suites' worlds are small. */
const NODE_BYTES = 1_500_000_000;

export interface Nodes {
  readonly urls: readonly string[];
  readonly pids: readonly number[];
  stop(): Promise<void>;
}

/** Starts ClickHouse nodes that know each other as the shards of cluster `continuo`; resolves when all answer over HTTP. */
export async function startNodes(count: number): Promise<Nodes> {
  const folder = mkdtempSync(join(tmpdir(), 'continuo-nodes-'));
  const ports = await freePorts(count * 2);
  const shards = Array.from({ length: count }, (_, i) => ({
    http: ports[i * 2] as number,
    tcp: ports[i * 2 + 1] as number,
    path: join(folder, `node-${i + 1}`),
  }));
  const config = join(folder, 'server.xml');
  writeFileSync(config, serverConfig(shards.map(({ tcp }) => tcp)));
  const nodes = shards.map((shard) => startNode(config, shard));
  const stop = async (): Promise<void> => {
    await Promise.all(nodes.map((node) => node.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  const urls = shards.map(({ http }) => `http://127.0.0.1:${http}`);
  try {
    await Promise.all(nodes.map((node, i) => Promise.race([answers(urls[i] as string), node.failed])));
  } catch (error) {
    await stop();
    throw error;
  }
  return { urls, pids: nodes.map(({ pid }) => pid), stop };
}

function startNode(
  config: string,
  { http, tcp, path }: { readonly http: number; readonly tcp: number; readonly path: string },
) {
  mkdirSync(path, { recursive: true });
  const flags = [`--config-file=${config}`, `--path=${path}`, `--http_port=${http}`, `--tcp_port=${tcp}`];
  const child: ChildProcess = spawn(process.execPath, [SCRIPT, ...flags], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`a ClickHouse node ended with ${String(code)}: ${said.trim()}`);
  });
  failed.catch(() => {});
  return {
    pid: child.pid ?? 0,
    failed,
    stop: async (): Promise<void> => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function answers(url: string): Promise<void> {
  for (const until = Date.now() + READY_MS; Date.now() < until; await delay(50)) {
    const ok = await fetch(`${url}/ping`).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
  }
  throw new Error(`a ClickHouse node at ${url} did not answer within ${READY_MS / 1000} s`);
}

/** Ports are asked from the system all at once, so that no two are the same. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

function serverConfig(tcpPorts: readonly number[]): string {
  const shards = tcpPorts.map((port) => `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`);
  return `<clickhouse>
  <max_server_memory_usage>${NODE_BYTES}</max_server_memory_usage>
  <mark_cache_size>67108864</mark_cache_size>
  <remote_servers><continuo>${shards.join('')}</continuo></remote_servers>
</clickhouse>
`;
}
