import { useRouteLoaderData } from "@remix-run/react";
import { errors } from "../i18n/en/errors";
import type { Language } from "../i18n/language";
import type { CreditWord } from "../i18n/unit";

interface AnySite {
  title: string;
  language: Language;
  errors: typeof errors;
}

/** What every page may know of the site it stands on. */
export type Site =
  | (AnySite & { kind: "platform" })
  | (AnySite & {
      kind: "portal";
      locale: string;
      creditWord: CreditWord;
      theme: "auto" | "light" | "dark";
      brand: { background: string; foreground: string };
      logoUrl: string | null;
      faviconUrl: string | null;
      /** Where customers ask and read, as far as the partner has said. */
      supportEmail: string | null;
      termsUrl: string | null;
      privacyUrl: string | null;
    });

/** The site as the root found it. Even an error page has it, unless the root itself failed. */
export function useSite(): Site {
  const root = useRouteLoaderData("root") as { site: Site } | undefined;
  return root?.site ?? UNKNOWN;
}

const UNKNOWN: Site = {
  kind: "portal",
  title: "",
  locale: "en-US",
  language: "en",
  creditWord: "credits",
  theme: "auto",
  brand: { background: "#3f3f46", foreground: "#ffffff" },
  logoUrl: null,
  faviconUrl: null,
  supportEmail: null,
  termsUrl: null,
  privacyUrl: null,
  errors,
};
