import { speak } from "../i18n/speak";
import { ENGLISH, type Wording } from "../i18n/wording";
import { type Site, useSite } from "./site-context";

/** How a site speaks. For pages that ship no script: all languages come with it. */
export const wordingOf = (site: Site): Wording =>
  site.kind === "portal" ? speak(site, site.language) : ENGLISH;

export const useWording = (): Wording => wordingOf(useSite());

export const useTexts = (): Wording["texts"] => useWording().texts;
