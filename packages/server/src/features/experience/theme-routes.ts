import { journeyKeySchema, themeSchema } from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { access, wrote } from '../../platform/http/access.ts';
import type { Services } from '../../platform/services.ts';

const params = z.object({ key: journeyKeySchema });

/** The codebook: themes of what customers say, edited by people. */
export function themeRoutes(app: FastifyInstance, { state }: Pick<Services, 'state'>): void {
  app.get('/themes', (request) => state.themes.list(state.db, access(request).workspace.id));

  app.put('/themes/:key', async (request) => {
    const { workspace } = access(request);
    const theme = themeSchema.parse(request.body);
    if (theme.key !== params.parse(request.params).key)
      throw new Problem('input.invalid', 'The key in the address and that of the theme are not the same.');
    await state.transaction(async (db) => {
      await state.themes.put(db, workspace.id, theme);
      await wrote(request, { thing: `theme ${theme.key}`, db });
    });
    return theme;
  });

  app.delete('/themes/:key', async (request) => {
    const { workspace } = access(request);
    const { key } = params.parse(request.params);
    await state.transaction(async (db) => {
      await state.themes.remove(db, workspace.id, key);
      await wrote(request, { thing: `theme ${key}`, db });
    });
    return { removed: true };
  });
}
