/**
 * `node:http` for the built package, without what fetch is made of: an `import` of it reads every export of it, also WebSocket, and with that all
 * of Node's own undici, which is a quarter of a short start.
 */
import http from 'node:http';

const ID = '\0node:http';
const COSTLY = ['WebSocket', 'CloseEvent', 'MessageEvent'];

export const nodeHttp = {
  name: 'node-http',
  resolveId: (id, _importer, { kind }) => (kind === 'import-statement' && /^(node:)?http$/.test(id) ? ID : null),
  load(id) {
    if (id !== ID) return null;
    const names = Object.keys(http).filter((name) => !COSTLY.includes(name));
    return `const http = process.getBuiltinModule('node:http');\nexport default http;\nexport const { ${names.join(', ')} } = http;\n`;
  },
};
