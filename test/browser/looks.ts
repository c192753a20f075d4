/** What must hold on every page: no axe violation, a phone's width, the mark always in sight, targets for a thumb, no hidden focus. */
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

export const HEIGHT = 800;
export const PHONE = 360;
export const DESK = 1280;
const TOUCH = 44;

const SCREENS = 'artifacts/screens';

/** Looks at the open page on a phone and on a desk. Its pictures are kept under this name if pictures are wanted. */
export async function looksRight(page: Page, name: string): Promise<void> {
  for (const width of [PHONE, DESK]) {
    await page.setViewportSize({ width, height: HEIGHT });
    const { sideways, mark, lostAt, hiddenTabs, small, covered } = await page.locator('body').evaluate(lookAround, TOUCH);
    assert.equal(sideways, null, 'scrolls sideways');
    assert.match(mark, /SIMULATOR · (테스트 전용|testing only)/);
    assert.deepEqual(lostAt, [], 'scrolled so far, the mark is not in sight');
    assert.deepEqual(hiddenTabs, [], 'tabs that have to be looked for');
    if (width === PHONE) {
      assert.deepEqual(small, [], `targets lower than ${TOUCH} px`);
      assert.deepEqual(covered, [], 'parts of the page that the next one covers');
    }
    await keepPicture(page, `${name}-${width}`);
  }
}

/** Everything that can be measured on a page as it stands; it runs there, and each question that was sent by itself would take its time. */
function lookAround(body: Element, touch: number) {
  const root = document.documentElement;
  const mark = body.querySelector<HTMLElement>('[data-testid="mark"]')!;
  /** Whether the mark is on top of everything there, wherever the page is scrolled to. */
  const isLostAt = (top: number): boolean => {
    scrollTo(0, top);
    const { x, y, width, height } = mark.getBoundingClientRect();
    return y !== 0 || height === 0 || !mark.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  };
  const controls =
    'button, summary, select, textarea, input:not([type=hidden], [type=checkbox], [type=radio]), label:has(input[type=checkbox], input[type=radio]), nav a, a:is(.button, .plain, .view-link)';
  const bottomOf = (part: Element) => part.getBoundingClientRect().bottom;
  const parts = [...(body.querySelector('main')?.children ?? [])].filter((part) => part.checkVisibility());
  const shown = (elements: Element[]) => elements.map((each) => each.outerHTML.slice(0, 200));
  return {
    sideways: root.scrollWidth > root.clientWidth ? `${root.scrollWidth} in ${root.clientWidth}` : null,
    mark: mark.innerText,
    // The top comes last: what is looked at next finds the page as it was opened.
    lostAt: [root.scrollHeight, root.scrollHeight / 2, 0].filter(isLostAt),
    /** Beyond the edge of their row nobody would know of them. */
    hiddenTabs: shown(
      [...body.querySelectorAll('.tabs a')].filter(
        (tab) => tab.getBoundingClientRect().right > tab.parentElement!.getBoundingClientRect().right + 1,
      ),
    ),
    /** Controls that a thumb would miss; links in running text are none. */
    small: shown(
      [...body.querySelectorAll(controls)].filter(
        (each) => each.checkVisibility() && !each.matches('.sr') && each.getBoundingClientRect().height < touch,
      ),
    ),
    /** Parts of the page that reach into what stands below them. */
    covered: shown(parts.filter((part, at) => parts[at + 1] && bottomOf(part) > parts[at + 1]!.getBoundingClientRect().top + 1)),
  };
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

/** The focus on each control, upwards: that is when a fixed bar comes over it. */
export async function showsTheFocus(page: Page): Promise<void> {
  await page.keyboard.press('Shift+Tab'); // whoever uses the keyboard is shown the focus
  const stops = await page.locator('body').evaluate(focusOn, true);
  assert.ok(stops.length > 0, 'nothing takes the focus');
  for (const stop of stops) assertFocusIsSeen(stop);
}

export interface Stop {
  /** The control, as its tag is written. */
  what: string;
  isCovered: boolean;
  isOutlined: boolean;
}

export function assertFocusIsSeen(stop: Stop): void {
  assert.ok(!stop.isCovered, `the mark covers the focus: ${stop.what}`);
  assert.ok(stop.isOutlined, `the focus is not seen: ${stop.what}`);
}

/** The control that has the focus, or null. */
export async function focusOf(page: Page): Promise<Stop | null> {
  return (await page.locator('body').evaluate(focusOn, false))[0] ?? null;
}

/** In the page: what is to be seen when the focus is where it is, or on each of the controls that Tab leads to, from the last to the first. */
function focusOn(body: Element, isEach: boolean): Stop[] {
  const mark = body.querySelector('.mark')!;
  const read = (active: Element): Stop => {
    if (active.matches('iframe')) return { what: 'a page that shows its own focus', isCovered: false, isOutlined: true };
    const box = active.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(active);
    return {
      what: active.outerHTML.slice(0, 200),
      isCovered: !mark.contains(active) && !active.matches('.skip') && box.top < mark.getBoundingClientRect().bottom,
      // A date field draws the focus on its parts.
      isOutlined: active.matches('[type=date]') || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2),
    };
  };
  const active = () => document.activeElement ?? body;
  if (!isEach) return active() === body ? [] : [read(active())];
  return [...body.querySelectorAll<HTMLElement>('a, button, input, select, textarea, summary, iframe, [tabindex]')]
    .filter(({ tabIndex }) => tabIndex >= 0)
    .toReversed()
    .flatMap((control) => {
      control.focus();
      return active() === control ? [read(control)] : [];
    });
}
