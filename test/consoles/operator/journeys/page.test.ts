import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, describeHouse } from '../../../helpers/house.ts';
import { goThrough } from '../../../helpers/login.ts';
import { begin } from '../../../oauth/helpers.ts';
import { listenAs } from '../../phone.ts';
import { look, walk } from './walk.ts';

describeHouse('/_sim/journeys/:id · one login', (world) => {
  const steps = (html: string) => html.split('data-testid="journey-step"').slice(1);
  const page = (id: string, query = '') => look(world, `/_sim/journeys/${id}${query}`);

  it('tells each step in words, in order', async () => {
    const titles = [...(await page((await walk(world)).id)).matchAll(/class="journey-title">([^<]*) </g)].map(([, title]) => title);
    assert.deepEqual(titles, [
      '로그인 요청(인가 요청)',
      '로그인 화면',
      '로그인',
      '동의 화면',
      '동의하고 계속하기',
      '토큰 요청',
      'API 호출',
    ]);
  });

  it('shows parameters decoded, and which of the offered rows were ticked', async () => {
    const shown = steps(await page((await walk(world)).id));
    assert.match(shown[0]!, /redirect_uri<\/dt><dd class="mono">http:\/\/localhost:3000\/oauth</);
    assert.match(shown[0]!, /state<\/dt><dd class="mono">상태 &amp;1</);
    assert.match(shown[4]!, /birthday<\/code> <span class="badge off">동의하지 않음/);
    assert.match(shown[4]!, /_xqDemo<\/code> <span class="badge ok">동의</);
  });

  it('leads from each page that was shown to the same one in the gallery', async () => {
    const hung = async () => {
      const [newest] = await world.house.journeys.recent({ limit: 1 });
      return steps(await page(newest!.id)).flatMap((step) => {
        const [, href] = /href="([^"]*)"[^>]*data-testid="step-gallery"/.exec(step) ?? [];
        return href ? [href.replaceAll('&amp;', '&')] : [];
      });
    };
    await walk(world);
    const usual = await hung();
    const picture = (state: string) => `/_sim/gallery/${APPS.demo}/${state}?as=han&in=ko`;
    assert.deepEqual(usual, [picture('login'), picture('first-link')]);
    for (const path of usual) await look(world, path);

    await goThrough(world, { app: APPS.demo, as: 'new', agree: () => false, params: { service_terms: 'typo' } });
    assert.deepEqual(
      (await hung()).map((path) => path.split('?')[0]!.split('/').at(-1)),
      ['login', 'terms-typo', 'rows-missing'],
    );
    await begin(world, APPS.demo, { redirect_uri: 'http://localhost:3000/elsewhere' });
    assert.deepEqual(await hung(), [picture('koe006')]);
  });

  it('leads to the reason of a refusal', async () => {
    await begin(world, APPS.demo, { redirect_uri: 'http://localhost:3000/elsewhere' });
    const [journey] = await world.house.journeys.recent({ limit: 1 });
    const [, why = ''] = /href="(\/_sim\/why\/[^"]+)"[^>]*data-testid="step-why"/.exec(await page(journey!.id)) ?? [];
    assert.match(await look(world, why), /KOE006/);
  });

  it('leads to the callbacks of the step that caused them', async () => {
    const receiver = await listenAs(world);
    const shown = steps(await page((await walk(world)).id));
    const callbacks = shown.map((step) => step.includes('step-callbacks'));
    assert.deepEqual(callbacks.indexOf(true), 4);
    assert.match(shown[4]!, /href="\/_sim\/deliveries\/[^"]+">channel\.added</);
    await receiver.close();
  });

  it('is nowhere for a login that nobody knows', async () => {
    await supertest(world.url).get('/_sim/journeys/nobody').expect(404);
  });
});
