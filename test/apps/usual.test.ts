/** What stands apart from the shapes of rows is what the shapes say. */
import assert from 'node:assert/strict';
import { eras } from '../../src/apps/era.ts';
import { shapes } from '../../src/store/schema.ts';
import { tables, USUAL_ENDPOINT, USUAL_SWITCHES } from '../../src/store/tables.ts';

describe('rows that nobody has touched', () => {
  it('have the eras, switches and settings of the shapes, table by table', () => {
    assert.deepEqual(eras, shapes.apps.shape.era.options);
    assert.deepEqual(USUAL_SWITCHES, shapes.apps.shape.switches.parse({}));
    assert.deepEqual(Object.keys(tables), Object.keys(shapes));
    const made = { id: 'a', appId: '1', kind: 'channel', url: 'https://a.example/', secret: null };
    assert.deepEqual(shapes.endpoints.parse(made), { ...made, ...USUAL_ENDPOINT });
  });
});
