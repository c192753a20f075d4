/** What an address is, in every form that it may come in. Source: security 3.3, F25. */
import assert from 'node:assert/strict';
import { type Kind, kindOf } from '../../src/outward/ranges.ts';
import { upTo } from '../../src/outward/reach.ts';

const ROWS: Readonly<Record<Kind, string>> = {
  public: '203.0.113.9 8.8.8.8 2001:4860:4860::8888 64:ff9b::8.8.8.8 2002:808:808::1 169.253.255.255',
  loopback: '127.0.0.1 127.8.9.10 ::1 ::ffff:127.0.0.1 ::ffff:7f00:1 64:ff9b::127.0.0.1 2002:7f00:1::',
  private:
    '10.1.2.3 172.16.0.1 192.168.1.1 100.64.0.1 100.100.100.201 198.18.0.1 fd00::1 fc00::1 fec0::1 ' +
    '::ffff:10.0.0.1 64:ff9b::10.0.0.1 ::ffff:0:10.0.0.1 2002:a00:1::1',
  refused:
    '169.254.169.254 169.254.0.1 169.254.170.2 fe80::1 fe80::1%eth0 febf::1 ::ffff:169.254.169.254 ::ffff:a9fe:a9fe ' +
    '64:ff9b::169.254.169.254 64:ff9b::a9fe:a9fe ::ffff:0:a9fe:a9fe 2002:a9fe:a9fe::1 fd00:ec2::254 fd20:ce::254 fd00:c1::a9fe:a9fe ' +
    '100.100.100.200 ::ffff:100.100.100.200 192.0.0.192 168.63.129.16 0.0.0.0 0.1.2.3 :: ::ffff:0.0.0.0 224.0.0.1 239.255.255.250 ' +
    '240.0.0.1 255.255.255.255 ff02::1 100::1 ::127.0.0.1 ::a9fe:a9fe 2001:0:a9fe:a9fe:: 64:ff9b:1::a9fe:a9fe nobody',
};
const rows = Object.entries(ROWS).map(([kind, addresses]) => [kind as Kind, addresses.split(' ')] as const);

describe('outward · what an address is', () => {
  for (const [kind, addresses] of rows) {
    it(`${kind}: ${addresses.length} of them`, () => {
      for (const address of addresses) assert.equal(kindOf(address), kind, address);
    });
  }

  for (const [distance, allowed] of Object.entries({
    public: ['public'],
    loopback: ['public', 'loopback'],
    private: ['public', 'loopback', 'private'],
  } as const)) {
    it(`as far as ${distance} is ${allowed.join(', ')}`, () => {
      const reach = upTo(distance as 'public');
      for (const [kind, [address = '']] of rows)
        assert.equal(reach.address(address, kind), (allowed as readonly string[]).includes(kind), address);
    });
  }
});
