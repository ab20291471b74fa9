import { type CodeBook, OTHER_ACTIVITY, OTHER_CHANNEL } from '../runs/code-book.ts';
import { codes, type Sql, sql, texts, uint } from '../sql.ts';

/** Code of the name of an event (column `name`), as runs hold it. */
export function nameCodeOf({ activities }: CodeBook): Sql {
  const known = activities.slice(1);
  return sql`transform(name, ${texts(known)}, ${codes(known.map((_, i) => i + 1))}, toUInt16(${uint(OTHER_ACTIVITY)}))`;
}

/** Code of the channel of an event (column `channel`), as runs hold it. */
export function channelCodeOf({ channels }: CodeBook): Sql {
  const ways = channels.slice(1);
  return sql`if(channel = '', toUInt8(0), toUInt8(transform(channel, ${texts(ways)}, ${codes(ways.map((_, i) => i + 1))}, toUInt16(${uint(OTHER_CHANNEL)}))))`;
}
