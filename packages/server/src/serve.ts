import { fileURLToPath } from 'node:url';
import { openApi } from '@continuo/contract';
import { compose } from './compose.ts';
import { type ConfigWishes, readConfig } from './config.ts';
import { analysisRoutes } from './features/analysis/index.ts';
import { collectRoutes, ImportQueue } from './features/collect/index.ts';
import { peopleRoutes } from './features/people/index.ts';
import { VERSION, workspaceRoutes } from './features/workspaces/index.ts';
import { createApp } from './platform/http/app.ts';
import { loopbackHosts } from './platform/http/guard.ts';
import { writeServerFile } from './platform/server-file.ts';

export interface Serving {
  readonly url: string;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

export interface ServeOptions extends ConfigWishes {
  /** Folder of the built web app; by default that of the `web` package beside this one. */
  readonly webFolder?: string;
  /** Writes `server.json`, so that the command line finds this server. Default true. */
  readonly announce?: boolean;
}

const WEB_FOLDER = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Opens the stores and serves API and pages; resolves when the first page can be served. */
export async function serve(options: ServeOptions = {}, environment?: NodeJS.ProcessEnv): Promise<Serving> {
  const { webFolder = WEB_FOLDER, announce = true, ...wishes } = options;
  const config = readConfig(wishes, environment);
  const { services, close } = await compose(config);
  let hosts: ReadonlySet<string> = new Set();
  try {
    const queue = new ImportQueue(services);
    const app = await createApp({ log: services.log, hosts: () => hosts, webFolder });
    await app.register(
      async (api) => {
        workspaceRoutes(api, services);
        analysisRoutes(api, services);
        peopleRoutes(api, services);
        collectRoutes(api, services, queue);
        api.get('/openapi.json', async () => openApi(VERSION));
        api.get('/health', async () => ({ ok: true, version: VERSION }));
      },
      { prefix: '/api/v1' },
    );
    await app.listen({ host: config.host, port: config.port });
    const address = app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : config.port;
    hosts = loopbackHosts(config.host, port);
    const url = `http://${config.host === '::1' ? '[::1]' : config.host}:${port}`;
    const removeFile = announce ? writeServerFile(config.folder, url) : () => {};
    await queue.resume();
    return {
      url,
      folder: config.folder,
      close: async () => {
        removeFile();
        await app.close();
        await queue.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
