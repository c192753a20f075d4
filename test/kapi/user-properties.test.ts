import assert from 'node:assert/strict';
import { bearer, openKapi, PICTURES } from './helpers.ts';

const profile = { items: ['profile'], agreed: ['profile'] };
const older = { ...profile, switches: { legacyProperties: true } };
describe('kapi · properties of user/me', () => {
  it("are the app's own in an app of today", async () => {
    const { http } = await openKapi({ ...profile, app: { userProperties: ['tier'] }, link: { properties: { tier: 'basic', gone: 'x' } } });
    const { body } = await http.get('/v2/user/me').set(bearer).expect(200);
    assert.deepEqual(body.properties, { tier: 'basic' });
  });

  it('are absent when there are none', async () => {
    const { http } = await openKapi(profile);
    const { body } = await http.get('/v2/user/me').set(bearer).expect(200);
    assert.equal('properties' in body, false);
  });

  it('carry the address of the default picture, never null', async () => {
    const { http } = await openKapi({ ...older, account: { image: null } });
    const { body } = await http.get('/v2/user/me').set(bearer).expect(200);
    assert.equal(body.properties.profile_image, `${PICTURES}/pictures/default-640.png`);
    assert.equal(body.kakao_account.profile.is_default_image, true);
  });

  it('carry no copy of what was not agreed to', async () => {
    const { http } = await openKapi({ ...older, agreed: [] });
    const { body } = await http.get('/v2/user/me').set(bearer).expect(200);
    assert.equal('properties' in body, false);
  });
});
