/** The fields of an answer, as paths: `kakao_account.profile.nickname`, `scopes[].id`. */
import { z } from 'zod';

/** Objects and lists stand before what is in them. */
export function fieldPaths(schema: z.ZodType): string[] {
  return [...new Set(walk(schema, '').filter((path) => path !== '' && path !== '[]'))];
}

function walk(schema: unknown, path: string): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return walk(schema.unwrap(), path);
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => walk(option, path));
  if (schema instanceof z.ZodArray) return [path, ...walk(schema.element, `${path}[]`).filter((each) => each !== `${path}[]`)];
  if (schema instanceof z.ZodObject) {
    const below = Object.entries(schema.shape).flatMap(([name, field]) => walk(field, path === '' ? name : `${path}.${name}`));
    return path === '' ? below : [path, ...below];
  }
  return [path];
}
