/** The contract and the code agree, and what would not is found. */
import assert from 'node:assert/strict';
import type { Contract, Endpoint, Row, Table } from '../../src/contract/index.ts';
import { contract } from '../../src/contract/index.ts';
import { added, but, differs, doc, leftOut } from '../../src/contract/row.ts';
import { type Code, coverageOf, discrepancies, readCode } from '../../src/coverage/index.ts';

const GONE = leftOut('없음', 'none');
const OTHER = differs('다름', 'other');

/** An endpoint that takes these. */
const endpoint = (takes: readonly Row[], more: Partial<Endpoint> = {}): Endpoint => ({
  name: '/v1/thing',
  section: '2.2',
  sources: ['doc'],
  methods: doc('GET'),
  forms: [],
  takes,
  gives: [],
  errors: [],
  ...more,
});
const codes: Table = { id: 'kapi-codes', section: '2.17', title: { ko: '코드', en: 'Codes' }, kind: 'listed', rows: doc('-1') };
const contractOf = (kapi: readonly Endpoint[], tables: readonly Table[] = []): Contract => ({
  kauth: [],
  kapi,
  tables: [codes, { ...codes, id: 'koe' }, ...tables],
});

const codeOf = (takes: readonly string[], more: Partial<Code> = {}): Code => ({
  kauth: [],
  kapi: [{ path: '/v1/thing', methods: ['GET'], forms: [], takes, gives: [] }],
  lists: { 'kapi-codes': ['-1'], koe: ['-1'] },
  ...more,
});
const behaviours = (rows: readonly Row[]): Table => ({ ...codes, id: 'behaviours', kind: 'declared', rows });

describe('coverage · contract and code', () => {
  it('agree', () => {
    const found = discrepancies(contract, readCode());
    assert.deepEqual(found, [], `mend the rows in src/contract, then run \`npm run coverage\`:\n${found.join('\n')}`);
  });

  const rows: [what: string, contract: Contract, code: Code, finds: RegExp][] = [
    ['a parameter that the contract does not have', contractOf([endpoint(doc('a'))]), codeOf(['a', 'b']), /takes: the code has b/],
    ['a parameter that is left out without a reason', contractOf([endpoint(doc('a', 'b'))]), codeOf(['a']), /b is not in the code/],
    ['a parameter that came in meanwhile', contractOf([endpoint(but(doc('a'), GONE))]), codeOf(['a']), /a is in the code/],
    ['an addition that is gone', contractOf([endpoint(added(['a'], '우리 것', 'ours'))]), codeOf([]), /a is not in the code/],
    ['a row that stands twice', contractOf([endpoint(doc('a', 'a'))]), codeOf(['a']), /a stands there twice/],
    ['a row with two marks', contractOf([endpoint(but(doc('a'), { ...GONE, ...OTHER }))]), codeOf([]), /more than one mark/],
    ['an endpoint that the contract does not have', contractOf([]), codeOf([]), /kapi: the code has \/v1\/thing/],
    ['an endpoint that is gone', contractOf([endpoint([])]), codeOf([], { kapi: [] }), /\/v1\/thing is not in the code/],
    ['an error without a row', contractOf([endpoint([], { errors: ['-7'] })]), codeOf([]), /no row says what -7 is/],
    ['a section that there is not', contractOf([endpoint([], { section: '9.9' })]), codeOf([]), /no section 9\.9/],
    ['a list that the code does not have', contractOf([endpoint([])], [{ ...codes, id: 'other' }]), codeOf([]), /other: .*no such list/],
    [
      'a table that is declared though the code has a list',
      contractOf([endpoint([])], [behaviours(doc('a'))]),
      codeOf([], { lists: { 'kapi-codes': ['-1'], koe: ['-1'], behaviours: ['a'] } }),
      /behaviours: declared/,
    ],
  ];

  for (const [what, made, code, finds] of rows) {
    it(`do not agree about ${what}`, () => {
      const found = discrepancies(made, code);
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0]!, finds);
    });
  }

  it('say of each row how it stands, and why', () => {
    const takes = [...doc('a'), ...but(doc('b'), OTHER), ...but(doc('c'), GONE), ...added(['d'], '우리 것', 'ours')];
    const table = behaviours([...doc('e'), ...but(doc('f'), OTHER), ...but(doc('g'), GONE)]);
    const { sections, counts } = coverageOf(contractOf([endpoint(takes)], [table]), codeOf(['a', 'b', 'd']));
    const stands = (id: string) =>
      sections
        .find((section) => section.id === id)!
        .parts.flatMap(({ groups }) => groups.flatMap((group) => group.rows))
        .map(({ name, standing, note }) => `${name} ${standing} ${note?.en ?? ''}`.trim());
    assert.deepEqual(stands('2.2'), ['GET simulated', 'a simulated', 'b approximated other', 'c left-out none', 'd addition ours']);
    assert.deepEqual(stands('2.17').slice(-3), ['e simulated', 'f approximated other', 'g left-out none']);
    assert.deepEqual(stands('2.1'), ['/v1/thing simulated']);
    assert.deepEqual(counts, { simulated: 6, approximated: 2, 'left-out': 2, addition: 1 });
  });

  it('an endpoint that is left out leaves out all of it, for its reason', () => {
    const { sections } = coverageOf(contractOf([endpoint(doc('a'), GONE)]), codeOf([], { kapi: [] }));
    const [part] = sections.find(({ id }) => id === '2.2')!.parts;
    const rows = [part!.endpoint!, ...part!.groups.flatMap((group) => group.rows)];
    assert.deepEqual(
      rows.map(({ standing, note }) => [standing, note?.en]),
      rows.map(() => ['left-out', 'none']),
    );
  });
});
