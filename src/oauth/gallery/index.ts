/**
 * The gallery: every state of the consent screen and of the login, as what draws it at work draws it. The operator's door shows
 * it and is handed this, as doors do not import one another. Nothing here writes.
 */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { consentPages } from './consent.ts';
import { errorPages } from './errors.ts';
import { loginPages } from './login.ts';
import type { Choice, GalleryGroup, GalleryState, Scene } from './state.ts';

/** In the order in which they hang. */
export const galleryStates: readonly GalleryState[] = [...consentPages, ...loginPages, ...errorPages];

export interface Hanging {
  id: string;
  group: GalleryGroup;
  says: { ko: string; en: string };
  params: Record<string, string>;
  /** The optional rows of a consent screen, or null. */
  optional: readonly string[] | null;
  lacks: readonly string[];
}

export type Gallery = ReturnType<typeof openGallery>;

export function openGallery(house: House) {
  return {
    /** Every state for this choice; undefined for an approval that there is not. */
    async list(choice: Choice): Promise<Hanging[] | undefined> {
      const scene = await sceneOf(house, choice);
      return scene && galleryStates.map((state) => hangingOf(state, scene));
    },

    /** Draws a state as the answer. Leaves it as it is where there is no such state, or the app lacks something for it. */
    async draw(ctx: Context, choice: Choice, id: string): Promise<void> {
      const scene = await sceneOf(house, choice);
      const state = galleryStates.find((each) => each.id === id);
      if (scene && state && state.lacks(scene).length === 0) await state.draw(ctx, scene);
    },
  };
}

async function sceneOf(house: House, choice: Choice): Promise<Scene | undefined> {
  const ground = await house.consent.ground(choice.app, choice.account, choice.source);
  return ground && { ...choice, house, ground };
}

function hangingOf({ id, group, says, params, optional, lacks }: GalleryState, scene: Scene): Hanging {
  return { id, group, says, params: params(scene), optional: optional?.(scene) ?? null, lacks: lacks(scene) };
}
