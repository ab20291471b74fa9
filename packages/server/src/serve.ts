import { fileURLToPath } from 'node:url';
import { openApi } from '@continuo/contract';
import { journeySchema } from '@continuo/journeyfile';
import { compose } from './compose.ts';
import { type ConfigWishes, readConfig } from './config.ts';
import { accountRoutes, makeFirstAdminLink } from './features/accounts/index.ts';
import { analysisRoutes } from './features/analysis/index.ts';
import { collectRoutes, ImportQueue } from './features/collect/index.ts';
import {
  AnswerLoader,
  askingLookout,
  askingTimers,
  customerPages,
  experienceRoutes,
  respondRoutes,
  themeRoutes,
} from './features/experience/index.ts';
import { JudgingQueue, journeyRoutes, LiveHub } from './features/journeys/index.ts';
import { Gathering, homeRoutes, LetterPost, leavePages, lettersRoutes, staffPages } from './features/letters/index.ts';
import { monitorRoutes, Watchman } from './features/monitors/index.ts';
import { peopleRoutes } from './features/people/index.ts';
import { callbackLookout, callbackTimers, putRightPages, recoveryRoutes } from './features/recovery/index.ts';
import { privacyRoutes, VERSION, webhookRoutes, workspaceRoutes } from './features/workspaces/index.ts';
import type { Clock } from './platform/clock.ts';
import { guardRoutes } from './platform/http/access.ts';
import { createApp } from './platform/http/app.ts';
import { ownHosts } from './platform/http/guard.ts';
import type { Door } from './platform/http/identify.ts';
import { newSecret } from './platform/secret.ts';
import { writeServerFile } from './platform/server-file.ts';

export interface Serving {
  /** Address on this machine. */
  readonly url: string;
  /** Address for people: the public one where there is one. */
  readonly publicUrl: string;
  readonly folder: string;
  /** Acts for the operator of this machine, as the command line does. A secret. */
  readonly token: string;
  /** Link that makes the first account; null when there are accounts, or the server is only for one command. */
  readonly firstAdminLink: string | null;
  /** True while everybody on this machine may do everything. */
  readonly isOpen: boolean;
  readonly close: () => Promise<void>;
}

export interface ServeOptions extends ConfigWishes {
  /** Folder of the built web app; by default that of the `web` package beside this one. */
  readonly webFolder?: string;
  /** Writes `server.json`, so that the command line finds this server. Default true. */
  readonly announce?: boolean;
  /** For tests: what time it is. */
  readonly clock?: Clock;
}

// As far from here as from `cli/bundle`, where this module is bundled.
const WEB_FOLDER = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Opens the stores and serves API and pages; resolves when the first page can be served. */
export async function serve(options: ServeOptions = {}, environment?: NodeJS.ProcessEnv): Promise<Serving> {
  const { webFolder = WEB_FOLDER, announce = true, clock, ...wishes } = options;
  const config = readConfig(wishes, environment);
  const { services, close } = await compose(config, clock);
  const token = newSecret();
  const { mayBeOpen } = config;
  const door: Door = { mayBeOpen, isSecure: config.url?.startsWith('https:') ?? false, localToken: token };
  let hosts: ReadonlySet<string> = new Set();
  try {
    const queue = new ImportQueue(services);
    const hub = new LiveHub(services);
    const judging = new JudgingQueue(services, hub);
    const loader = new AnswerLoader(services);
    const lookout = callbackLookout(services);
    const asking = askingLookout(services);
    askingTimers(services);
    const gathering = new Gathering(services, judging);
    const letters = new LetterPost(gathering);
    callbackTimers(services);
    const watchman = new Watchman(services);
    const app = await createApp({ log: services.log, hosts: () => hosts, url: config.url, webFolder });
    await app.register(
      async (api) => {
        guardRoutes(api, services, door);
        accountRoutes(api, services, door);
        workspaceRoutes(api, services);
        privacyRoutes(api, services);
        webhookRoutes(api, services, config.webhookAllow);
        analysisRoutes(api, services);
        peopleRoutes(api, services);
        collectRoutes(api, services, queue);
        themeRoutes(api, services);
        experienceRoutes(api, services, loader);
        journeyRoutes(api, { services, queue: judging, hub });
        recoveryRoutes(api, services, lookout);
        homeRoutes(api, gathering);
        lettersRoutes(api, gathering);
        monitorRoutes(api, services);
        api.get('/openapi.json', async () => openApi(VERSION));
        api.get('/health', async () => ({ ok: true, version: VERSION }));
      },
      { prefix: '/api/v1' },
    );
    // Pages for people without an account: under the root, behind signed links only.
    await customerPages(app, services, (pages) => {
      respondRoutes(pages, services, loader);
      putRightPages(pages, services, (workspace) => loader.wake(workspace));
      staffPages(pages, services);
      leavePages(pages, services);
    });
    // A fixed address that files name in their first line; it says nothing about anybody.
    app.get('/schema/journey.json', async () => journeySchema());
    await app.listen({ host: config.host, port: config.port });
    const address = app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : config.port;
    hosts = ownHosts(config.host, port, config.url);
    const url = `http://${config.host === '::1' ? '[::1]' : config.host}:${port}`;
    services.address.listening(url);
    const removeFile = announce ? writeServerFile(config.folder, { url, token }) : () => {};
    const firstAdminLink = announce ? await makeFirstAdminLink(services, config.url ?? url) : null;
    await queue.resume();
    await judging.resume();
    await loader.resume();
    await lookout.resume();
    await asking.resume();
    await letters.resume();
    await watchman.resume();
    await services.outbox.start();
    services.timers.start();
    return {
      url,
      publicUrl: config.url ?? url,
      folder: config.folder,
      token,
      firstAdminLink,
      isOpen: mayBeOpen && !(await services.state.users.anyExists(services.state.db)),
      close: async () => {
        removeFile();
        await app.close();
        letters.close();
        await gathering.close();
        await queue.close();
        await judging.close();
        await loader.close();
        await lookout.close();
        await asking.close();
        await watchman.close();
        // Closes timers and outbox before the stores they write to.
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
