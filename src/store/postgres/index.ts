/** The engine `postgres`. */
export { migrate, type Migrated } from './migrate.ts';
export { openPostgres, type PostgresStore } from './open.ts';
export { shownUrl } from './pools.ts';
