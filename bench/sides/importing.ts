// Imports a file as the server does: worker thread, chunks of 50,000 records, each durable before the next.
import { insertEncoded, migrate, openWarehouse, type Warehouse } from '@continuo/warehouse';
import { previewImport, runImport } from '../../packages/server/src/features/collect/import-job.ts';
import { serveTasks } from './serve-tasks.ts';

let warehouse: Warehouse;

serveTasks({
  open: async ({ folder }: { folder: string }) => {
    warehouse = await openWarehouse(`chdb:${folder}`);
    await migrate(warehouse);
  },
  import: async ({ file, bytes, source }: { file: string; bytes: number; source: number }) => {
    const { format, mapping } = await previewImport(file, file);
    const outcome = await runImport({
      file,
      bytes,
      format,
      mapping,
      workspace: 1,
      source,
      workspaceZone: 'UTC',
      receivedMs: 1_780_000_000_000,
      startRecord: 0,
      rejectPath: null,
      onChunk: (chunk) => insertEncoded(warehouse, chunk),
    });
    if (outcome.status !== 'done') throw new Error(`the import ended as ${outcome.status}`);
    return { events: outcome.counts.events, rejected: outcome.counts.rejected };
  },
  close: async () => warehouse.close(),
});
