import { THEME_LIMITS, themeSchema } from '@continuo/contract';
import { Problem, type Theme } from '@continuo/core';
import type { Db } from './database.ts';
import { decodeJson } from './json.ts';

/** The codebook of a workspace, by title; empty when there is none. */
async function list(db: Db, workspace: number): Promise<readonly Theme[]> {
  const rows = await db
    .selectFrom('themes')
    .select('theme')
    .where('workspace', '=', workspace)
    .orderBy('key')
    .execute();
  const themes = rows.map(({ theme }): Theme => decodeJson(themeSchema, theme, 'themes.theme'));
  return themes.sort((a, b) => a.title.localeCompare(b.title, 'en'));
}

/** Keeps a theme; one of its key is replaced. Throws `input.invalid` when the codebook is full. */
async function put(db: Db, workspace: number, theme: Theme): Promise<void> {
  const others = await db
    .selectFrom('themes')
    .select((expression) => expression.fn.countAll().as('count'))
    .where('workspace', '=', workspace)
    .where('key', '!=', theme.key)
    .executeTakeFirst();
  if (Number(others?.count ?? 0) >= THEME_LIMITS.themes)
    throw new Problem('input.invalid', `A codebook holds ${THEME_LIMITS.themes} themes at most.`);
  const text = JSON.stringify(theme);
  await db
    .insertInto('themes')
    .values({ workspace, key: theme.key, theme: text })
    .onConflict((conflict) => conflict.columns(['workspace', 'key']).doUpdateSet({ theme: text }))
    .execute();
}

/** Removes a theme. Throws `theme.unknown`. */
async function remove(db: Db, workspace: number, key: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('themes')
    .where('workspace', '=', workspace)
    .where('key', '=', key)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Problem('theme.unknown', `There is no theme “${key}”.`);
}

export const themes = { list, put, remove } as const;
