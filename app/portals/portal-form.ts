import { readEmail } from "../email-address";
import { LANGUAGES } from "../i18n/language";
import { isPlanOrder, type PlanOrder } from "../plans/plan-order";
import { isHex } from "./contrast";

export const THEMES = {
  auto: "As the visitor's device",
  light: "Always light",
  dark: "Always dark",
} as const;

export const CREDIT_WORDS = {
  credits: "Credits",
  minutes: "Minutes",
  tokens: "Tokens",
  units: "Units",
} as const;

/** By locale, each language under its own name. */
export const LOCALES: Record<string, string> = Object.fromEntries(
  Object.values(LANGUAGES).map(({ locale, name }) => [locale, name]),
);

type Theme = keyof typeof THEMES;
type CreditWord = keyof typeof CREDIT_WORDS;

export const isCreditWord = (word: string): word is CreditWord => Object.hasOwn(CREDIT_WORDS, word);

/** The form as it was typed. */
export interface PortalFormValues {
  enabled: boolean;
  signupsAllowed: boolean;
  title: string;
  slogan: string;
  brandColor: string;
  theme: string;
  creditWord: string;
  locale: string;
  supportEmail: string;
  termsUrl: string;
  privacyUrl: string;
  planOrder: string;
}

export interface PortalSettings {
  enabled: boolean;
  signupsAllowed: boolean;
  title: string;
  slogan: string;
  brandColor: string | null;
  theme: Theme;
  creditWord: CreditWord;
  locale: string;
  termsUrl: string | null;
  privacyUrl: string | null;
  supportEmail: string | null;
  planOrder: PlanOrder;
}

export type PortalField = Exclude<keyof PortalFormValues, "enabled" | "signupsAllowed">;
export type PortalErrors = Partial<Record<PortalField, string>>;

const MAX_TITLE_LENGTH = 60;
const MAX_SLOGAN_LENGTH = 120;
const MAX_URL_LENGTH = 500;

/** Reads typed settings: every mistake at once, each under its field, or what is to be kept. */
export function readPortalForm(
  values: PortalFormValues,
): { settings: PortalSettings } | { errors: PortalErrors } {
  const errors = mistakesOf(values);
  if (Object.keys(errors).length > 0) return { errors };
  return {
    settings: {
      enabled: values.enabled,
      signupsAllowed: values.signupsAllowed,
      title: plain(values.title),
      slogan: plain(values.slogan),
      brandColor: colorOf(values.brandColor) || null,
      theme: values.theme as Theme,
      creditWord: values.creditWord as CreditWord,
      locale: values.locale,
      supportEmail: readEmail(values.supportEmail),
      termsUrl: values.termsUrl.trim() || null,
      privacyUrl: values.privacyUrl.trim() || null,
      planOrder: values.planOrder as PlanOrder,
    },
  };
}

const mistakesOf = (values: PortalFormValues): PortalErrors => {
  const found: [PortalField, string | false][] = [
    ["title", titleError(plain(values.title))],
    ["slogan", textError("Slogan", plain(values.slogan), MAX_SLOGAN_LENGTH)],
    ["brandColor", colorError(colorOf(values.brandColor))],
    ["theme", !Object.hasOwn(THEMES, values.theme) && "Choose one of the themes"],
    ["creditWord", !isCreditWord(values.creditWord) && "Choose one of the words"],
    ["locale", !Object.hasOwn(LOCALES, values.locale) && "Choose one of the languages"],
    ["supportEmail", emailError(values.supportEmail)],
    ["termsUrl", urlError("Terms", values.termsUrl.trim())],
    ["privacyUrl", urlError("Privacy policy", values.privacyUrl.trim())],
    ["planOrder", !isPlanOrder(values.planOrder) && "Choose one of the orders"],
  ];
  return Object.fromEntries(found.filter(([, error]) => error !== false));
};

const plain = (text: string) => text.normalize("NFC").trim();

/** `#0F766E`, `0f766e` and `#0f7` with its digits doubled are the colours they look like. */
export const colorOf = (typed: string): string => {
  const digits = typed.trim().toLowerCase().replace(/^#/, "");
  return digits === "" ? "" : `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`;
};

/** The title of a portal, also where there is none yet. */
export function titleError(title: string): string | false {
  if (title.replace(INVISIBLE, "") === "") return "Title is required";
  return textError("Title", title, MAX_TITLE_LENGTH);
}

// Letters of any script are welcome; characters that reorder or hide the rest of a page are not.
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const INVISIBLE = /[\p{Cf}\p{Zs}]/gu;

function textError(name: string, text: string, longest: number): string | false {
  if ([...text].length > longest) return `${name} can have at most ${longest} characters`;
  return CONTROL.test(text) && `${name} contains characters that cannot be shown`;
}

const colorError = (color: string) =>
  color !== "" && !isHex(color) && "Colour must be six hex digits, such as #0f766e";

const emailError = (typed: string) =>
  typed.trim() !== "" &&
  readEmail(typed) === null &&
  "Support e-mail must be an address, such as help@example.com";

/** Other schemes than https could run a script in the portal or read a file. */
function urlError(name: string, typed: string): string | false {
  if (typed === "") return false;
  const error = `${name} must be an address that begins with https://`;
  if (typed.length > MAX_URL_LENGTH || !URL.canParse(typed)) return error;
  const { protocol, hostname, username, password } = new URL(typed);
  const isPage = protocol === "https:" && hostname.includes(".") && username === "" && password === "";
  return !isPage && error;
}
