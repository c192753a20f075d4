/** Views as they are spoken: compiled for the names that a model has, again where another one has others. */
import assert from 'node:assert/strict';
import { speak } from '../../src/web/views.ts';

const PORTRAIT = '/partials/portrait';
const initial = (name: string): string => name.slice(0, 1);

describe('web · views', () => {
  it('say what the model says, and escape it', () => {
    const said = speak(PORTRAIT, { name: '<b>', image: null, kind: 'round', initial });
    assert.match(said, /class="portrait round"[^>]*>\s*&lt;/);
  });

  it('are the same for a model that has more', () => {
    const model = { name: '한', image: '/a.png', kind: 'square', initial };
    assert.equal(speak(PORTRAIT, { ...model, title: 'more', include: 'a word of its own' }), speak(PORTRAIT, model));
  });

  it('name the view and the line where the model lacks something, every time, and speak of one that has it', () => {
    const lacking = { name: '한', kind: 'round', initial };
    for (const time of [1, 2]) {
      assert.throws(() => speak(PORTRAIT, lacking), /portrait\.ejs:\d+[\s\S]*image is not defined/, String(time));
      assert.match(speak(PORTRAIT, { ...lacking, image: '/a.png' }), /<img src="\/a\.png"/);
    }
  });

  it('hand on what they have to what they include, and what they add to it', () => {
    const person = { nickname: '한가람', image: null };
    const frame = { title: 'T', theme: 'sim', consoles: [], person: { ...person, login: 'han' }, signIn: '/', road: null, trail: [] };
    const more = { portrait: null, heading: 'H', badge: null, lead: null, sections: [], notice: null, tabs: [] };
    const given = {
      t: (key: string) => key,
      language: 'ko',
      asset: String,
      exhibit: null,
      clockSign: null,
      sharing: 'alone',
      languageLink: String,
    };
    const said = speak('layouts/console-top', { frame: { ...frame, ...more }, ...given, initial });
    assert.match(said, /<title>T<\/title>/);
    assert.match(said, /class="portrait round"[^>]*>\s*한/);
  });
});
