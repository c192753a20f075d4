/** What `gallery` is told on the command line. */
export const LANGUAGES = ['ko', 'en'];
export const WIDTHS = [360, 768, 1280];

export interface Options {
  out: string;
  compare?: string;
  url?: string;
  seed: string;
  app?: string;
  lang: string;
  width: string;
  state: string;
}
