import type { Settings } from "../env.server";
import { chooseLanguage } from "../i18n/language";
import { speak } from "../i18n/speak";
import type { Texts } from "../i18n/texts";
import { ENGLISH } from "../i18n/wording";
import { siteOfHost } from "../portals/site";
import { languageChosenIn } from "./cookies.server";
import { sayLanguage } from "./language-headers";
import { isMachinePath } from "./origin-check";

/**
 * An answer without a page, where nobody knows yet whose site this is, or nobody can find out. What may be a portal says
 * it as a portal does, in the language of whoever asks; the platform and machines are told in English.
 */
export async function plainAnswer(
  settings: Settings,
  request: Request,
  status: number,
  words: (texts: Texts) => string,
): Promise<Response> {
  const headers = new Headers({ "content-type": "text/plain; charset=utf-8" });
  const { host, pathname } = new URL(request.url);
  if (isMachinePath(pathname) || siteOfHost(settings, host)?.kind === "platform") {
    return new Response(words(ENGLISH.texts), { status, headers });
  }
  const language = chooseLanguage({
    customer: null,
    browser: await languageChosenIn(settings, request.headers),
    acceptLanguage: request.headers.get("accept-language"),
    portal: "en",
  });
  sayLanguage(headers, language);
  const { texts } = speak({ locale: "en-US", creditWord: "credits" }, language);
  return new Response(words(texts), { status, headers });
}
