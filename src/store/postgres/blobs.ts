/** Files in the database, in parts, where every instance finds them. */
import { Readable } from 'node:stream';
import type { Pool } from 'pg';
import type { Blobs } from '../store.ts';
import { keyText } from './keys.ts';
import { SCHEMA } from './names.ts';

const PART = 256 * 1024;
/** What is younger may still be on its way at some other instance. */
const ABANDONED = `interval '1 day'`;

/** @param pool or a connection, whose transaction then reads them all at one moment */
export function createBlobs(pool: Pick<Pool, 'query'>): Blobs {
  const query = (text: string, values: unknown[]) => pool.query(text, values);
  const remove = async (id: string): Promise<void> => void (await query(`delete from ${SCHEMA}.blob where id = $1`, [keyText(id)]));

  return {
    async write(id, content, watch) {
      let first: Buffer | undefined;
      let at = 0;
      try {
        for await (const part of inParts(content, watch)) {
          first ??= part;
          await query(`insert into ${SCHEMA}.blob (id, part, bytes) values ($1, $2, $3)`, [keyText(id), at, part]);
          at += 1;
        }
      } catch (error) {
        await remove(id);
        throw error;
      }
      const head = first ?? Buffer.alloc(0);
      return { head: async () => head, finish: async () => undefined, remove: () => remove(id) };
    },

    async read(id) {
      const part = async (at: number): Promise<Buffer | undefined> => {
        const { rows } = await query(`select bytes from ${SCHEMA}.blob where id = $1 and part = $2`, [keyText(id), at]);
        return rows[0]?.bytes as Buffer | undefined;
      };
      const first = await part(0);
      return first && Readable.from(partsFrom(first, part), { objectMode: false });
    },

    remove,

    async retain(ids) {
      const kept = [...ids].map(keyText);
      await query(`delete from ${SCHEMA}.blob where id <> all($1::text[]) and written_at < now() - ${ABANDONED}`, [kept]);
    },

    close: async () => undefined,
  };
}

async function* inParts(content: Readable, watch: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    watch(chunk);
    waiting.push(chunk);
    size += chunk.length;
    if (size < PART) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

async function* partsFrom(first: Buffer, part: (at: number) => Promise<Buffer | undefined>): AsyncGenerator<Buffer> {
  let at = 0;
  for (let bytes: Buffer | undefined = first; bytes; bytes = await part((at += 1))) yield bytes;
}
