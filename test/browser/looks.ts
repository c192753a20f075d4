/** What must hold on every page: no axe violation, a phone's width, the mark always in sight, targets for a thumb, no hidden focus. */
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

export const HEIGHT = 800;
export const PHONE = 360;
export const DESK = 1280;
const TOUCH = 44;
/** More controls than any page has. */
const MOST_STOPS = 250;

const SCREENS = 'artifacts/screens';

/** Looks at the open page on a phone and on a desk. Its pictures are kept under this name if pictures are wanted. */
export async function looksRight(page: Page, name: string): Promise<void> {
  for (const width of [PHONE, DESK]) {
    await page.setViewportSize({ width, height: HEIGHT });
    await fits(page);
    await staysInSight(page);
    if (width === PHONE) {
      assert.deepEqual(await smallTargets(page), [], `targets lower than ${TOUCH} px`);
      assert.deepEqual(await coveredParts(page), [], 'parts of the page that the next one covers');
    }
    assert.deepEqual(await hiddenTabs(page), [], 'tabs that have to be looked for');
    await keepPicture(page, `${name}-${width}`);
  }
}

async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env.KAKAO_SYNC_SCREENS === '1') await takePicture(page, name);
}

/** A picture of the whole page among the artefacts. */
export async function takePicture(page: Page, name: string): Promise<void> {
  // The caret would be hidden by a style of Playwright's own, against our policy.
  await page.screenshot({ path: `${SCREENS}/${name.replace(/[^\p{L}\d.]+/gu, '-')}.png`, fullPage: true, caret: 'initial' });
}

/** Every rule of axe, the size of targets too. A page in a frame is looked at by itself. Preloaded it would write our styles into a page of its own, against our policy. */
export async function axeViolations(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ preload: false, iframes: false, resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`));
}

/** The mark, wherever the page is scrolled to. */
async function staysInSight(page: Page): Promise<void> {
  const hidden = await page.getByTestId('mark').evaluate((mark) => {
    const bottom = document.documentElement.scrollHeight;
    // The top comes last: what is looked at next finds the page as it was opened.
    return [bottom, bottom / 2, 0].filter((top) => {
      scrollTo(0, top);
      const { x, y, width, height } = mark.getBoundingClientRect();
      return y !== 0 || height === 0 || !mark.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
  });
  assert.deepEqual(hidden, [], 'scrolled so far, the mark is not in sight');
  assert.match(await page.getByTestId('mark').innerText(), /SIMULATOR · (테스트 전용|testing only)/);
}

async function fits(page: Page): Promise<void> {
  const [scrollWidth, clientWidth] = await page.locator('html').evaluate((root): [number, number] => [root.scrollWidth, root.clientWidth]);
  assert.ok(scrollWidth <= clientWidth, `scrolls sideways: ${scrollWidth} in ${clientWidth}`);
}

/** Goes round the page by the keyboard, upwards: that is when a fixed bar comes over the focus. */
export async function showsTheFocus(page: Page): Promise<void> {
  for (const stop of await stops(page, 'Shift+Tab')) {
    assert.ok(!stop.isCovered, `the mark covers the focus: ${stop.what}`);
    assert.ok(stop.isOutlined, `the focus is not seen: ${stop.what}`);
  }
}

/** Controls that a thumb would miss; links in running text are none. */
function smallTargets(page: Page): Promise<string[]> {
  const controls =
    'button, summary, select, textarea, input:not([type=hidden], [type=checkbox], [type=radio]), label:has(input[type=checkbox], input[type=radio]), nav a, a:is(.button, .plain, .view-link)';
  return page
    .locator('body')
    .evaluate(
      (body, { controls, touch }) =>
        [...body.querySelectorAll(controls)]
          .filter((each) => each.checkVisibility() && !each.matches('.sr') && each.getBoundingClientRect().height < touch)
          .map((each) => each.outerHTML.slice(0, 200)),
      { controls, touch: TOUCH },
    );
}

/** Tabs beyond the edge of their row: nobody would know of them. */
function hiddenTabs(page: Page): Promise<string[]> {
  return page
    .locator('body')
    .evaluate((body) =>
      [...body.querySelectorAll('.tabs a')]
        .filter((tab) => tab.getBoundingClientRect().right > tab.parentElement!.getBoundingClientRect().right + 1)
        .map((tab) => tab.outerHTML),
    );
}

/** Parts of the page that reach into what stands below them. */
function coveredParts(page: Page): Promise<string[]> {
  return page.locator('main').evaluate((main) => {
    const parts = [...main.children].filter((part) => part.checkVisibility());
    const bottomOf = (part: Element) => part.getBoundingClientRect().bottom;
    return parts
      .filter((part, at) => parts[at + 1] && bottomOf(part) > parts[at + 1]!.getBoundingClientRect().top + 1)
      .map((part) => part.outerHTML.slice(0, 200));
  });
}

export interface Stop {
  /** The control, as its tag is written. */
  what: string;
  isCovered: boolean;
  isOutlined: boolean;
}

/** Every stop of the Tab key, once round the page. */
async function stops(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Stop[]> {
  const found: Stop[] = [];
  while (found.length < MOST_STOPS) {
    await page.keyboard.press(key);
    const stop = await focusOf(page);
    if (!stop) break;
    found.push(stop);
  }
  assert.ok(found.length > 0 && found.length < MOST_STOPS, `${found.length} stops`);
  return found;
}

/** The control that has the focus, or null. */
export function focusOf(page: Page): Promise<Stop | null> {
  return page.locator('body').evaluate((body) => {
    const active = document.activeElement;
    if (!active || active === body) return null;
    if (active.matches('iframe')) return { what: 'a page that shows its own focus', isCovered: false, isOutlined: true };
    const mark = body.querySelector('.mark')!;
    const box = active.getBoundingClientRect();
    const style = getComputedStyle(active);
    return {
      what: active.outerHTML.slice(0, 200),
      isCovered: !mark.contains(active) && !active.matches('.skip') && box.top < mark.getBoundingClientRect().bottom,
      // A date field draws the focus on its parts.
      isOutlined: active.matches('[type=date]') || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
    };
  });
}
