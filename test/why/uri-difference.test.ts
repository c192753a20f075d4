/** How an unregistered redirect URI differs from the one that was meant: what the explanation of KOE006 says. */
import assert from 'node:assert/strict';
import { type Difference, uriDifference } from '../../src/why/uri-difference.ts';

const HOME = 'https://shop.example/oauth/callback';

const rows: { got: string; registered: string; differences: Difference[]; marked: [got: string, nearest: string] }[] = [
  { got: 'http://shop.example/oauth/callback', registered: HOME, differences: ['scheme'], marked: ['', 's'] },
  { got: 'https://www.shop.example/oauth/callback', registered: HOME, differences: ['host'], marked: ['www.', ''] },
  {
    got: 'http://127.0.0.1:3000/oauth',
    registered: 'http://localhost:3000/oauth',
    differences: ['loopback'],
    marked: ['127.0.0.1', 'localhost'],
  },
  { got: 'http://localhost:3001/oauth', registered: 'http://localhost:3000/oauth', differences: ['port'], marked: ['1', '0'] },
  { got: 'http://localhost/oauth', registered: 'http://localhost:3000/oauth', differences: ['port'], marked: ['', ':3000'] },
  { got: `${HOME}/`, registered: HOME, differences: ['slash'], marked: ['/', ''] },
  { got: 'https://shop.example/OAuth/callback', registered: HOME, differences: ['case'], marked: ['OA', 'oa'] },
  { got: 'HTTPS://shop.example/oauth/callback', registered: HOME, differences: ['case'], marked: ['HTTPS', 'https'] },
  { got: 'https://shop.example/%6Fauth/callback', registered: HOME, differences: ['encoding'], marked: ['%6F', 'o'] },
  { got: 'https://shop.example/oauth/back', registered: HOME, differences: ['path'], marked: ['', 'call'] },
  { got: `${HOME}?next=1`, registered: HOME, differences: ['query'], marked: ['?next=1', ''] },
  { got: `${HOME}#top`, registered: HOME, differences: ['fragment'], marked: ['#top', ''] },
  { got: `${HOME} `, registered: HOME, differences: ['blank'], marked: [' ', ''] },
  { got: 'shop.example/oauth/callback', registered: HOME, differences: ['text'], marked: ['', 'https://'] },
  {
    got: 'http://shop.example:8080/oauth',
    registered: HOME,
    differences: ['scheme', 'port', 'path'],
    marked: ['://shop.example:8080/oauth', 's://shop.example/oauth/callback'],
  },
  { got: 'kakao11://oauth', registered: 'kakao12://oauth', differences: ['scheme'], marked: ['1', '2'] },
];

describe('a redirect URI that is not registered', () => {
  for (const { got, registered, differences, marked } of rows) {
    it(`${JSON.stringify(got)} beside ${registered}: ${differences.join(', ')}`, () => {
      const found = uriDifference(got, [registered])!;
      assert.deepEqual(found.differences, differences);
      const differing = (pieces: typeof found.gotPieces) => pieces.find((piece) => piece.differs)?.text ?? '';
      const whole = (pieces: typeof found.gotPieces) => pieces.map(({ text }) => text).join('');
      assert.deepEqual([whole(found.gotPieces), whole(found.nearestPieces)], [got, registered]);
      if (differences.length === 1) assert.deepEqual([differing(found.gotPieces), differing(found.nearestPieces)], marked);
    });
  }

  it('is marked part by part', () => {
    const { gotPieces, nearestPieces } = uriDifference('http://127.0.0.1:3000/oauth/', ['http://localhost:3000/oauth'])!;
    const inWords = (all: typeof gotPieces) => all.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');
    assert.equal(inWords(gotPieces), 'http://[127.0.0.1]:3000/oauth[/]');
    assert.equal(inWords(nearestPieces), 'http://[localhost]:3000/oauth');
  });

  it('is compared with the one that it is most like', () => {
    const registered = ['https://other.example/oauth', 'http://localhost:3000/oauth', HOME];
    assert.equal(uriDifference(`${HOME}/`, registered)?.nearest, HOME);
    assert.equal(uriDifference('http://localhost:3000/auth', registered)?.nearest, 'http://localhost:3000/oauth');
  });

  it('has nothing to be compared with where none is registered', () => {
    assert.equal(uriDifference(HOME, []), undefined);
  });

  it('has no difference where it is registered', () => {
    assert.equal(uriDifference(HOME, [HOME]), undefined);
  });
});
