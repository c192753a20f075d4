/** `GET /_sim/gallery/:app/:state`: one state by itself, and `GET /_sim/gallery/states.json`: all of them, for programs. */
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import { exhibit } from '../../../web/exhibit.ts';
import { inspectQuery } from '../../../web/inspect.ts';
import type { Language } from '../../../web/text/index.ts';
import { axesOf, GALLERY, inAxes, pathOf, shownOf, sourceOf } from './axes.ts';
import type { Exhibits } from './exhibits.ts';

/** The screen itself, in a frame of ours or alone. Needs no login, changes nothing, and nothing of it can be sent. */
export function showState(house: House, exhibits: Exhibits) {
  return async (ctx: Context): Promise<void> => {
    const found = await shownOf(house, ctx);
    if (!found) return;
    const { app, account, shown } = found;
    const choice = { app: inAxes(app, shown), account, source: sourceOf(shown.from) };
    const id = String(ctx.params.state);
    const state = (await exhibits.list(choice))?.find((each) => each.id === id);
    if (!state) return;
    exhibit(ctx, shown.in, {
      name: state.says[shown.in],
      back: `${GALLERY}?${new URLSearchParams({ app: app.id, as: shown.as, from: shown.from, group: state.group })}#${id}`,
      languageLink: (to) => pathOf(app.id, id, { ...shown, in: to as Language }, inspectQuery(ctx)),
    });
    await exhibits.draw(ctx, choice, id);
  };
}

export function listStates(house: House, exhibits: Exhibits) {
  return async (ctx: Context): Promise<void> => {
    const axes = await axesOf(house, ctx);
    if (!axes) return;
    const { app, account, from, eras, layouts, languages } = axes;
    const pictures = [];
    for (const era of eras) {
      for (const layout of layouts) {
        const states = await exhibits.list({ app: inAxes(app, { era, layout }), account, source: sourceOf(from) });
        for (const { id, group, says, lacks } of states ?? []) {
          for (const language of languages) {
            const path = pathOf(app.id, id, { as: account.key ?? '', from, era, layout, in: language });
            pictures.push({ state: id, group, name: says[language], era, layout, language, path, lacks });
          }
        }
      }
    }
    ctx.body = { app: { id: app.id, name: app.name }, as: account.key, from, pictures };
  };
}
