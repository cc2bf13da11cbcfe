import { useLocation } from "@remix-run/react";
import { clsx } from "clsx";
import { EVERY_LANGUAGE, LANGUAGES } from "../../i18n/language";
import { useSite } from "../site-context";

/** Chooses the language of a portal, without a script: each language is a button that says its own name. */
export function LanguageSwitch() {
  const { language: current } = useSite();
  const { pathname, search } = useLocation();
  return (
    <form method="post" action="/language" className="print:hidden">
      <input type="hidden" name="next" value={pathname + search} />
      <fieldset className="-mx-2 flex flex-wrap">
        <legend className="sr-only">{LANGUAGES[current].word}</legend>
        {EVERY_LANGUAGE.map((language) => (
          <button
            key={language}
            type="submit"
            name="language"
            value={language}
            lang={language}
            aria-current={language === current || undefined}
            className={clsx(
              "cursor-pointer rounded-sm px-2 py-1 text-sm underline-offset-4 hover:underline",
              language === current ? "font-semibold text-foreground" : "text-muted-foreground",
            )}
          >
            {LANGUAGES[language].name}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
