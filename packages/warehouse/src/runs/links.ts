import { sql, uint, uints } from '../sql.ts';
import type { Warehouse } from '../warehouse.ts';

/** Who is whom, as far as it matters for a set of identities. */
export interface Linked {
  /** Person of each linked identity. */
  readonly personOf: ReadonlyMap<bigint, bigint>;
  /** Every identity of each person that has links; the one equal to the person too, unless it is linked elsewhere. */
  readonly identitiesOf: ReadonlyMap<bigint, readonly bigint[]>;
}

/** All links of a workspace; few by nature (only identities whose person differs). Reads one full copy. */
export async function allLinks(warehouse: Warehouse, workspace: number): Promise<Linked> {
  const rows = await warehouse.query(
    sql`select identity, person from continuo.links final where workspace = ${uint(workspace)} and identity != person`,
  );
  const personOf = new Map<bigint, bigint>();
  const identitiesOf = new Map<bigint, bigint[]>();
  for (const row of rows) {
    const identity = BigInt(row.identity as string);
    const person = BigInt(row.person as string);
    personOf.set(identity, person);
    const known = identitiesOf.get(person);
    if (known) known.push(identity);
    else identitiesOf.set(person, [identity]);
  }
  // Links are one step: whoever is linked elsewhere brings its own events there, even when others are linked to it.
  for (const [person, identities] of identitiesOf) if (!personOf.has(person)) identities.push(person);
  return { personOf, identitiesOf };
}

/**
 * Says that these identities are this person from now on (person = identity undoes it), on every shard.
 * The caller marks the identities, the old and the new person as touched and rebuilds.
 */
export async function link(
  warehouse: Warehouse,
  {
    workspace,
    identities,
    person,
    version,
  }: { workspace: number; identities: readonly bigint[]; person: bigint; version: number },
): Promise<void> {
  await Promise.all(
    warehouse.shards.map((shard) =>
      shard.command(sql`insert into continuo.links (workspace, identity, person, version)
select ${uint(workspace)}, identity, ${uint(person)}, ${uint(version)} from (select arrayJoin(${uints(identities)}) as identity)`),
    ),
  );
}
