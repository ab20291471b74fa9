/** One table, once: rendered plain for a single node, and as a Distributed twin beside it on a cluster. */
export interface Table {
  readonly name: string;
  /** Column lines of the CREATE statement. */
  readonly columns: string;
  readonly engine: string;
  readonly orderBy: string;
  /** Sharding expression; null: every shard holds a full copy. */
  readonly shardBy: string | null;
}

// Acknowledged means durable: without these four a power cut lost every part since the last write-back.
// The last three remove the bytes of erased rows within seconds instead of eight minutes.
export const TABLE_SETTINGS = `fsync_after_insert = 1, fsync_part_directory = 1, min_rows_to_fsync_after_merge = 1,
  min_compressed_bytes_to_fsync_after_merge = 1, old_parts_lifetime = 1, cleanup_delay_period = 1,
  cleanup_delay_period_random_add = 0`;

/** What happened, as it was sent: the truth. Names are text, so that it can be read without any dictionary. */
const events: Table = {
  name: 'events',
  columns: `
  workspace UInt32 codec(ZSTD(1)),
  identity UInt64 codec(Delta(8), ZSTD(1)),
  time DateTime64(3, 'UTC') codec(Delta(8), ZSTD(1)),
  ord UInt32 codec(Delta(4), ZSTD(1)),
  message UInt64 codec(NONE),
  name LowCardinality(String) codec(ZSTD(1)),
  channel LowCardinality(String) codec(ZSTD(1)),
  case_key String codec(ZSTD(1)),
  score Nullable(Float32) codec(ZSTD(1)),
  scale LowCardinality(String) codec(ZSTD(1)),
  text String codec(ZSTD(3)),
  props String codec(ZSTD(3)),
  received DateTime64(3, 'UTC') codec(Delta(8), ZSTD(1)),
  seq UInt64 codec(Delta(8), ZSTD(1)),
  source UInt32 codec(ZSTD(1))`,
  engine: 'MergeTree',
  orderBy: '(workspace, identity, time)',
  shardBy: 'identity',
};

/** What questions read: a person's passages, built from events by the builder and by nothing else. Migration 2 adds `steps`. */
const runs: Table = {
  name: 'runs',
  columns: `
  workspace UInt32 codec(ZSTD(1)),
  definition UInt32 codec(ZSTD(1)),
  person UInt64 codec(Delta(8), ZSTD(1)),
  no UInt32 codec(ZSTD(1)),
  key String codec(ZSTD(1)),
  start DateTime64(3, 'UTC') codec(Delta(8), ZSTD(1)),
  last DateTime64(3, 'UTC') codec(Delta(8), ZSTD(1)),
  codes Array(UInt16) codec(ZSTD(1)),
  gaps_ms Array(UInt64) codec(ZSTD(1)),
  channels Array(UInt8) codec(ZSTD(1)),
  felt Array(UInt8) codec(ZSTD(1)),
  path UInt64 codec(NONE),
  attributes Map(LowCardinality(String), String) codec(ZSTD(1)),
  version UInt64 codec(ZSTD(1)),
  is_deleted UInt8 codec(ZSTD(1))`,
  engine: 'ReplacingMergeTree(version, is_deleted)',
  orderBy: '(workspace, definition, person, no)',
  shardBy: 'person',
};

/** The text behind each identity. */
const identities: Table = {
  name: 'identities',
  columns: `
  workspace UInt32 codec(ZSTD(1)),
  identity UInt64 codec(Delta(8), ZSTD(1)),
  kind LowCardinality(String) codec(ZSTD(1)),
  value String codec(ZSTD(1))`,
  engine: 'ReplacingMergeTree',
  orderBy: '(workspace, identity)',
  shardBy: 'identity',
};

/** Only identities whose person is another one; without a row, the identity is the person. A full copy on every shard. */
const links: Table = {
  name: 'links',
  columns: `
  workspace UInt32,
  identity UInt64,
  person UInt64,
  version UInt64`,
  engine: 'ReplacingMergeTree(version)',
  orderBy: '(workspace, identity)',
  shardBy: null,
};

/** Arrivals a minute, duplicates included: live counters say that they count arrivals. */
const arrivals: Table = {
  name: 'arrivals',
  columns: `
  workspace UInt32,
  source UInt32,
  minute DateTime('UTC'),
  name LowCardinality(String),
  channel LowCardinality(String),
  events UInt64`,
  engine: 'SummingMergeTree(events)',
  orderBy: '(workspace, source, minute, name, channel)',
  shardBy: 'source',
};

/**
 * Distinct touch sequences held against a map: once each as under way (`is_open`) and as ended, where needed. `touches` and
 * `skip_labels` are positions in TOUCH_LABELS and SKIP_LABELS, `reached` is 0 nothing, 1 goal, 2 failure; `map` is a hash of
 * the map that judged, so that rows of an edited one are known to be old. A full copy on every shard: runs are joined with it.
 */
export const JUDGED: Table = {
  name: 'judged',
  columns: `
  workspace UInt32 codec(ZSTD(1)),
  definition UInt32 codec(ZSTD(1)),
  path UInt64 codec(NONE),
  is_open UInt8 codec(ZSTD(1)),
  symbols Array(UInt16) codec(ZSTD(1)),
  cost Float64 codec(ZSTD(1)),
  cheapest Float64 codec(ZSTD(1)),
  reached UInt8 codec(ZSTD(1)),
  touches Array(UInt8) codec(ZSTD(1)),
  skip_steps Array(UInt16) codec(ZSTD(1)),
  skip_labels Array(UInt8) codec(ZSTD(1)),
  skip_before Array(UInt32) codec(ZSTD(1)),
  map UInt64 codec(ZSTD(1)),
  version UInt64 codec(ZSTD(1))`,
  engine: 'ReplacingMergeTree(version)',
  orderBy: '(workspace, definition, path, is_open)',
  shardBy: null,
};

/** The tables of the first migration: append none, its text is fixed. */
export const TABLES = { events, runs, identities, links, arrivals } as const;
