import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { mappingSchema } from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { StoredImport, Workspace } from '@continuo/state';
import { readAllEvents } from '@continuo/warehouse';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { access, wrote } from '../../platform/http/access.ts';
import type { Services } from '../../platform/services.ts';
import { mustShowPeople } from '../../platform/switched.ts';
import { overviewOf } from '../workspaces/index.ts';
import { loadDemo, removeDemo } from './demo.ts';
import { EXPORT_FORMATS, EXPORT_TYPES, mayLeave, writeEvents } from './export-events.ts';
import type { ImportQueue } from './import-queue.ts';
import { rejectPathOf } from './import-run.ts';
import { cancelImport, dryRunOf, removeImport, shown, shownTo, startImport, uploadImport } from './imports.ts';

const params = z.object({ id: z.coerce.number().int().min(1) });
const exportQuery = z.object({ format: z.enum(EXPORT_FORMATS).default('csv') });

/** Imports, the demo world and the export of events. */
export function collectRoutes(app: FastifyInstance, services: Services, queue: ImportQueue): void {
  const { state } = services;
  const here = async (request: FastifyRequest): Promise<{ workspace: Workspace; stored: StoredImport }> => {
    const { workspace } = access(request);
    return {
      workspace,
      stored: await state.imports.get(state.db, { workspace: workspace.id, id: params.parse(request.params).id }),
    };
  };

  app.get('/imports', async (request) => {
    const { workspace, role } = access(request);
    return (await state.imports.list(state.db, workspace.id)).map((stored) => shownTo(role, stored));
  });
  app.post('/imports', async (request) => {
    const part = await request.file();
    if (!part) throw new Problem('input.invalid', 'Send the file as the part “file” of multipart/form-data.');
    const stored = await uploadImport(services, access(request).workspace, part.filename, part.file);
    await wrote(request, { thing: `import ${stored.id}`, details: { bytes: stored.bytes } });
    return shown(stored);
  });
  app.get('/imports/:id', async (request) => shownTo(access(request).role, (await here(request)).stored));
  app.post('/imports/:id/dry-run', async (request) => {
    const { workspace, stored } = await here(request);
    return dryRunOf(workspace, stored, mappingSchema.parse(request.body));
  });
  app.post('/imports/:id/start', async (request) => {
    const { workspace, stored } = await here(request);
    const mapping = mappingSchema.parse(request.body);
    const waiting = await startImport(services, queue, { workspace, stored, mapping });
    await wrote(request, { thing: `import ${stored.id}` });
    return shown(waiting);
  });
  app.post('/imports/:id/cancel', async (request) => {
    const { stored } = await here(request);
    const cancelled = await cancelImport(services, queue, stored);
    await wrote(request, { thing: `import ${stored.id}` });
    return shown(cancelled);
  });
  app.delete('/imports/:id', async (request) => {
    const { stored } = await here(request);
    await removeImport(services, stored);
    await wrote(request, { thing: `import ${stored.id}` });
    return { removed: true };
  });
  app.get('/imports/:id/rejects', async (request, reply) => {
    const { stored } = await here(request);
    const path = rejectPathOf(join(services.folder, 'uploads', String(stored.id)));
    if (!existsSync(path)) throw new Problem('import.unknown', `Import ${stored.id} has no rejected rows.`);
    await wrote(request, { thing: `import ${stored.id}`, details: { rows: stored.rowsRejected } });
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="import-${stored.id}-rejects.csv"`)
      .send(createReadStream(path));
  });

  app.post('/demo', async (request) => {
    const { workspace } = access(request);
    await loadDemo(services, workspace.id);
    await wrote(request, { thing: 'demo' });
    return overviewOf(services, await state.workspaces.get(state.db, workspace.id));
  });
  app.delete('/demo', async (request) => {
    const { workspace } = access(request);
    await removeDemo(services, workspace.id);
    await wrote(request, { thing: 'demo' });
    return overviewOf(services, workspace);
  });

  app.get('/export', async (request, reply) => {
    const { format } = exportQuery.parse(request.query);
    const { workspace } = access(request);
    const sources = await state.sources.listComplete(state.db, workspace.id);
    await mustShowPeople(services, workspace.id);
    const { freeText } = await services.switches(workspace.id);
    const events = mayLeave(readAllEvents(services.warehouse, workspace.id, sources), freeText);
    await wrote(request, { thing: 'events', details: { format } });
    return reply
      .type(EXPORT_TYPES[format])
      .header('content-disposition', `attachment; filename="events.${format}"`)
      .send(Readable.from(writeEvents(events, format)));
  });
}
