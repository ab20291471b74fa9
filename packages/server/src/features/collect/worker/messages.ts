import type { DryRun, ImportFormat, Mapping, Preview } from '@continuo/contract';
import type { ProblemCode } from '@continuo/core';
import type { ContentFacts } from '../formats/content-facts.ts';
import type { LoadCounts, LoadRequest, LoadResult, ReadyChunk } from './load.ts';

/** What a worker is asked to do; one job a worker. */
export type WorkerJob =
  | { readonly job: 'preview'; readonly path: string; readonly name: string }
  | {
      readonly job: 'dryRun';
      readonly path: string;
      readonly format: ImportFormat;
      readonly mapping: Mapping;
      readonly workspaceZone: string;
      /** Stops after so many. */
      readonly rows: number;
    }
  | { readonly job: 'content'; readonly path: string; readonly format: ImportFormat }
  | { readonly job: 'load'; readonly request: LoadRequest };

/** What the main thread says during a load: a chunk was stored. To cancel, the worker is ended. */
export interface ChunkTaken {
  readonly type: 'taken';
}

export type WorkerMessage =
  | { readonly type: 'preview'; readonly preview: Preview }
  | { readonly type: 'dryRun'; readonly dryRun: DryRun }
  | { readonly type: 'content'; readonly content: ContentFacts }
  | { readonly type: 'chunk'; readonly ready: ReadyChunk }
  | { readonly type: 'progress'; readonly position: number; readonly counts: LoadCounts | null }
  | { readonly type: 'loaded'; readonly result: LoadResult }
  | {
      readonly type: 'failed';
      readonly code: ProblemCode;
      readonly message: string;
      readonly details: Readonly<Record<string, unknown>>;
    };
