import { setSwitchesSchema } from '@continuo/contract';
import type { FastifyInstance } from 'fastify';
import { access, wrote } from '../../platform/http/access.ts';
import type { Services } from '../../platform/services.ts';
import { privacyOf, sheetMarkdown, staffMarkdown } from './privacy-sheet.ts';

/** The privacy sheet, what can be shown about employees, and the switches. */
export function privacyRoutes(app: FastifyInstance, services: Services): void {
  const { state } = services;

  app.get('/privacy', async (request) => privacyOf(services, access(request).workspace.id));

  app.put('/privacy/switches', async (request) => {
    const workspace = access(request).workspace.id;
    const { reason, ...switches } = setSwitchesSchema.parse(request.body);
    await state.transaction(async (db) => {
      await state.switches.set(db, workspace, switches);
      await wrote(request, { thing: 'switches', details: { ...switches, reason }, db });
    });
    return privacyOf(services, workspace);
  });

  const file = (path: string, name: string, write: typeof sheetMarkdown): void => {
    app.get(path, async (request, reply) => {
      const { workspace } = access(request);
      return reply
        .type('text/markdown; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(write(await privacyOf(services, workspace.id), workspace.name));
    });
  };
  file('/privacy/sheet', 'privacy-sheet.md', sheetMarkdown);
  file('/privacy/employees', 'employees.md', staffMarkdown);
}
