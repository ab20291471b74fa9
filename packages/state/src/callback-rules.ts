import { type CallbackSettings, callbackRuleSchema, callbackSettingsSchema } from '@continuo/contract';
import { type CallbackRule, Problem } from '@continuo/core';
import type { Db } from './database.ts';
import { facts } from './facts.ts';
import { decodeJson } from './json.ts';

const SETTINGS = 'callback-settings';

/** Rules by key; empty where nobody has kept any. */
async function list(db: Db, workspace: number): Promise<readonly CallbackRule[]> {
  const rows = await db
    .selectFrom('callbackRules')
    .select('rule')
    .where('workspace', '=', workspace)
    .orderBy('key')
    .execute();
  return rows.map(({ rule }) => decodeJson(callbackRuleSchema, rule, 'callback_rules.rule'));
}

/** Keeps a rule; one of its key is replaced, and what it decided stays decided. */
async function put(db: Db, workspace: number, rule: CallbackRule): Promise<void> {
  const text = JSON.stringify(rule);
  await db
    .insertInto('callbackRules')
    .values({ workspace, key: rule.key, rule: text })
    .onConflict((conflict) => conflict.columns(['workspace', 'key']).doUpdateSet({ rule: text }))
    .execute();
}

/** Removes a rule; its call-backs and decisions stay. Throws `callback.unknown` when it is not there. */
async function remove(db: Db, workspace: number, key: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('callbackRules')
    .where('workspace', '=', workspace)
    .where('key', '=', key)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Problem('callback.unknown', `There is no rule ${key}.`);
}

/** How far rules look and when customers are asked; the defaults until somebody says otherwise. */
async function settings(db: Db, workspace: number): Promise<CallbackSettings> {
  const text = await facts.get(db, workspace, SETTINGS);
  return decodeJson(callbackSettingsSchema, text ?? '{}', 'facts.value');
}

async function putSettings(db: Db, workspace: number, given: CallbackSettings): Promise<void> {
  await facts.set(db, workspace, SETTINGS, JSON.stringify(given));
}

export const callbackRules = { list, put, remove, settings, putSettings } as const;
