/** The engine `postgres`. */
export { migrate, type Migrated } from './migrate.ts';
export { openPostgres, type PostgresStore } from './open.ts';
export { connectionsTo, peekDatabase } from './peek.ts';
export { shownUrl } from './pools.ts';
