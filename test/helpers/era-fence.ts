/** What the fence calls asking for the era: only src/apps/era.ts may. Read by test/plan.test.ts. */

/** Ways to depend on which era it is: naming one, comparing, choosing by it. */
const ERA_ASKED = [
  /['"`]20(19|21)['"`]/,
  /\bera\s*[!=]=/,
  /[!=]==?\s*[\w.]*\bera\b/,
  /\b(switch|includes|indexOf)\s*\([\w.]*\bera\)/,
  /\[[\w.]*\bera\]/,
];

/** Whether code depends on which era it is. */
export function comparesEras(text: string): boolean {
  return ERA_ASKED.some((way) => way.test(text));
}
