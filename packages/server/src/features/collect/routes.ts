import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { mappingSchema } from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { StoredImport, Workspace } from '@continuo/state';
import { readAllEvents } from '@continuo/warehouse';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { currentWorkspace } from '../../platform/current-workspace.ts';
import type { Services } from '../../platform/services.ts';
import { overviewOf } from '../workspaces/index.ts';
import { loadDemo, removeDemo } from './demo.ts';
import { EXPORT_FORMATS, EXPORT_TYPES, writeEvents } from './export-events.ts';
import type { ImportQueue } from './import-queue.ts';
import { rejectPathOf } from './import-run.ts';
import { cancelImport, dryRunOf, removeImport, shown, startImport, uploadImport } from './imports.ts';

const params = z.object({ id: z.coerce.number().int().min(1) });
const exportQuery = z.object({ format: z.enum(EXPORT_FORMATS).default('csv') });

/** Imports, the demo world and the export of events. */
export function collectRoutes(app: FastifyInstance, services: Services, queue: ImportQueue): void {
  const { state } = services;
  const here = async (request: {
    readonly params: unknown;
  }): Promise<{ workspace: Workspace; stored: StoredImport }> => {
    const workspace = await currentWorkspace(services);
    return {
      workspace,
      stored: await state.imports.get(state.db, { workspace: workspace.id, id: params.parse(request.params).id }),
    };
  };

  app.get('/imports', async () => {
    const workspace = await currentWorkspace(services);
    return (await state.imports.list(state.db, workspace.id)).map(shown);
  });
  app.post('/imports', async (request) => {
    const part = await request.file();
    if (!part) throw new Problem('input.invalid', 'Send the file as the part “file” of multipart/form-data.');
    return shown(await uploadImport(services, await currentWorkspace(services), part.filename, part.file));
  });
  app.get('/imports/:id', async (request) => shown((await here(request)).stored));
  app.post('/imports/:id/dry-run', async (request) => {
    const { workspace, stored } = await here(request);
    return dryRunOf(workspace, stored, mappingSchema.parse(request.body));
  });
  app.post('/imports/:id/start', async (request) =>
    shown(await startImport(services, queue, { ...(await here(request)), mapping: mappingSchema.parse(request.body) })),
  );
  app.post('/imports/:id/cancel', async (request) =>
    shown(await cancelImport(services, queue, (await here(request)).stored)),
  );
  app.delete('/imports/:id', async (request) => {
    await removeImport(services, (await here(request)).stored);
    return { removed: true };
  });
  app.get('/imports/:id/rejects', async (request, reply) => {
    const { stored } = await here(request);
    const path = rejectPathOf(join(services.folder, 'uploads', String(stored.id)));
    if (!existsSync(path)) throw new Problem('import.unknown', `Import ${stored.id} has no rejected rows.`);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="import-${stored.id}-rejects.csv"`)
      .send(createReadStream(path));
  });

  app.post('/demo', async () => {
    const workspace = await currentWorkspace(services);
    await loadDemo(services, workspace.id);
    return overviewOf(services, await currentWorkspace(services));
  });
  app.delete('/demo', async () => {
    const workspace = await currentWorkspace(services);
    await removeDemo(services, workspace.id);
    return overviewOf(services, workspace);
  });

  app.get('/export', async (request, reply) => {
    const { format } = exportQuery.parse(request.query);
    const workspace = await currentWorkspace(services);
    const sources = await state.sources.listComplete(state.db, workspace.id);
    const events = readAllEvents(services.warehouse, workspace.id, sources);
    return reply
      .type(EXPORT_TYPES[format])
      .header('content-disposition', `attachment; filename="events.${format}"`)
      .send(Readable.from(writeEvents(events, format)));
  });
}
