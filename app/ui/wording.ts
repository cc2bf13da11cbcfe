import { speak } from "../i18n/speak";
import { ENGLISH, type Wording } from "../i18n/wording";
import { useSite } from "./site-context";

/** How the site speaks on which a page stands. For pages that ship no script: all languages come with it. */
export function useWording(): Wording {
  const site = useSite();
  return site.kind === "portal" ? speak(site, site.language) : ENGLISH;
}

export const useTexts = (): Wording["texts"] => useWording().texts;
