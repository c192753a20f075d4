/** APIs about an app's users altogether, by admin key alone. Source: kakao-api 2.11, 2.12. */
import { but, differs, doc, docSdk, inside } from '../row.ts';
import type { Endpoint } from '../table.ts';
import { ofAnyCall } from './errors.ts';
import { byAdminKeyAlone } from './forms.ts';
import { userFields } from './user-me.ts';

// prettier-ignore
export const userIds: Endpoint = {
  name: '/v1/user/ids',
  section: '2.11',
  sources: ['doc'],
  methods: doc('GET'),
  forms: byAdminKeyAlone,
  takes: doc('limit', 'from_id', 'order'),
  gives: [
    ...doc('elements'),
    ...but(doc('before_url', 'after_url'), differs('app_key 없이 줍니다. 헤더를 보내야 합니다.', 'Carry no app_key: send the header.')),
    ...but(docSdk('total_count'), differs('2019년 앱에만 있습니다.', 'In apps of 2019 only.')),
  ],
  errors: ofAnyCall('-3', '-10'),
};

// prettier-ignore
export const appUsers: Endpoint = {
  name: '/v2/app/users',
  section: '2.12',
  sources: ['doc'],
  methods: doc('GET'),
  forms: byAdminKeyAlone,
  takes: [
    ...but(doc('target_ids'), differs(
      '요청한 순서대로, 한 번씩, 연결된 사용자만 답합니다.', 'Answers in the order asked for, each user once, without who is not linked.',
    )),
    ...doc('target_id_type', 'property_keys'),
  ],
  gives: inside('[].', userFields),
  errors: ofAnyCall('-3', '-201'),
};
