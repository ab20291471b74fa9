import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type DryRun, type Import, includesRole, type Mapping, type Role } from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { StoredImport, Workspace } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { checkMapping, dryRunImport, previewImport } from './import-job.ts';
import type { ImportQueue } from './import-queue.ts';
import { takeBack } from './import-run.ts';
import { removeSource } from './remove-source.ts';

/** What of an import the API shows: not where its file lies, not its hashes. */
export function shown(stored: StoredImport): Import {
  const { workspace: _w, path: _p, contentHash: _c, mappingHash: _m, recordsDone: _r, bytesDone: _b, ...rest } = stored;
  return rest;
}

/** The same for a role: what was seen in the file are its own words and ids, and those who may not import see none. */
export function shownTo(role: Role, stored: StoredImport): Import {
  const all = shown(stored);
  return includesRole(role, 'operator') ? all : { ...all, preview: null };
}

/** Keeps an uploaded file, looks at it and drafts an import. A file that cannot be read is a failed import that says why. */
export async function uploadImport(
  services: Services,
  workspace: Workspace,
  name: string,
  body: Readable,
): Promise<StoredImport> {
  const { state, clock, folder } = services;
  const uploads = join(folder, 'uploads');
  await mkdir(uploads, { recursive: true, mode: 0o700 });
  const nowMs = clock.now();
  const arriving = join(uploads, `arriving-${process.pid}-${nowMs}-${Math.floor(performance.now() * 1000)}`);
  try {
    await pipeline(body, createWriteStream(arriving, { mode: 0o600 }));
    const { size } = await stat(arriving);
    const draft = await state.imports.create(state.db, {
      workspace: workspace.id,
      file: name,
      path: null,
      bytes: size,
      createdMs: nowMs,
    });
    const path = join(uploads, String(draft.id));
    await rename(arriving, path);
    await state.imports.update(state.db, draft, { path });
    return await look(services, { ...draft, path });
  } catch (error) {
    await rm(arriving, { force: true });
    throw error;
  }
}

async function look({ state, clock }: Services, draft: StoredImport): Promise<StoredImport> {
  try {
    const preview = await previewImport(draft.path as string, draft.file);
    return await state.imports.update(state.db, draft, { preview });
  } catch (error) {
    if (!(error instanceof Problem && error.code.startsWith('import.'))) throw error;
    await rm(draft.path as string, { force: true });
    return state.imports.update(state.db, draft, {
      status: 'failed',
      error: error.message,
      path: null,
      finishedMs: clock.now(),
    });
  }
}

/** Five timelines made with a mapping. Throws `import.busy` when the file is no longer kept. */
export function dryRunOf(workspace: Workspace, stored: StoredImport, mapping: Mapping): Promise<DryRun> {
  return dryRunImport(tryingOf(workspace, stored, mapping));
}

function tryingOf({ timeZone }: Workspace, stored: StoredImport, mapping: Mapping) {
  return { file: fileOf(stored), format: formatOf(stored), mapping, workspaceZone: timeZone, signal: undefined };
}

/** Puts a draft with its mapping into the queue. Throws `import.mapping_incomplete`, and `import.busy` when it is no draft. */
export async function startImport(
  services: Services,
  queue: ImportQueue,
  {
    workspace,
    stored,
    mapping,
  }: { readonly workspace: Workspace; readonly stored: StoredImport; readonly mapping: Mapping },
): Promise<StoredImport> {
  const { state } = services;
  if (stored.status !== 'draft')
    throw new Problem(
      'import.busy',
      `Import ${stored.id} is ${stored.status}; only a draft can be started. Upload the file again.`,
    );
  // A mapping that cannot work is refused before anything is queued.
  await checkMapping(tryingOf(workspace, stored, mapping));
  const waiting = await state.imports.update(state.db, stored, { status: 'waiting', mapping });
  queue.add(waiting);
  return waiting;
}

/** Stops an import and takes back what it stored. Throws `import.busy` when it has ended already. */
export async function cancelImport(
  services: Services,
  queue: ImportQueue,
  stored: StoredImport,
): Promise<StoredImport> {
  const { state, clock } = services;
  const wasOpen = await state.imports.cancel(state.db, stored, clock.now());
  if (!wasOpen)
    throw new Problem(
      'import.busy',
      `Import ${stored.id} is ${stored.status}; there is nothing to cancel. Remove it instead.`,
    );
  await queue.stop(stored.id);
  await takeBack(services, stored.workspace, stored.id);
  await forget(services, stored);
  return state.imports.get(state.db, stored);
}

/** Removes an ended import with its events. Throws `import.busy` while it runs. */
export async function removeImport(services: Services, stored: StoredImport): Promise<void> {
  const { state } = services;
  if (['waiting', 'running', 'building'].includes(stored.status))
    throw new Problem('import.busy', `Import ${stored.id} is still ${stored.status}. Cancel it first.`);
  const source = (await state.sources.list(state.db, stored.workspace)).find((each) => each.id === stored.id);
  if (source && source.status !== 'removed') await removeSource(services, stored.workspace, stored.id);
  await forget(services, stored);
  await state.imports.update(state.db, stored, { status: 'cancelled' });
}

async function forget({ state }: Services, stored: StoredImport): Promise<void> {
  if (stored.path !== null) await rm(stored.path, { force: true });
  await state.imports.update(state.db, stored, { path: null });
}

function fileOf(stored: StoredImport): string {
  if (stored.path === null)
    throw new Problem('import.busy', `The file of import ${stored.id} is no longer kept. Upload it again.`);
  return stored.path;
}

function formatOf(stored: StoredImport): NonNullable<StoredImport['preview']>['format'] {
  if (stored.preview === null)
    throw new Problem('import.unreadable', `The file of import ${stored.id} could not be read.`);
  return stored.preview.format;
}
