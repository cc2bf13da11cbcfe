import type { EmailDomain } from "../../db/email-domains.server";
import type { Portal } from "../../db/portals.server";
import type { Settings } from "../env.server";
import { type Language, languageOf } from "../i18n/language";
import { speak } from "../i18n/speak";
import type { Texts } from "../i18n/texts";
import { countOf, ENGLISH, type Wording } from "../i18n/wording";
import { formatMoney } from "../money";
import { type Brand, brandOf } from "../portals/brand";
import { imageUrl } from "../portals/image-path";
import { platformOrigin, portalOrigin } from "../portals/site";
import { formatDateTime } from "../time";

/** In whose name a message is written, to whom and in which words, before it says anything. */
export interface Letter {
  sender: string;
  from: { name: string; email: string };
  brand: Brand;
  /** The address of the partner's logo. */
  logo: string | null;
  /** The site that its links lead to. */
  origin: string;
  /** Where answers go. */
  replyTo: string | null;
  to: string;
  language: Language;
  texts: Texts["emails"];
  /** Why a payment came to nothing. */
  declines: Texts["purchases"]["declines"];
  count: (micros: number) => string;
  money: (minor: number, currency: string) => string;
  moment: (at: number) => string;
}

export interface Correspondents {
  portal: Pick<
    Portal,
    "title" | "subdomain" | "customHost" | "brandColor" | "logoId" | "locale" | "creditWord"
  >;
  partner: { supportEmail: string | null };
  customer: { email: string; locale: string | null };
  domain: Pick<EmailDomain, "status" | "fromEmail" | "fromName"> | null;
}

/** From the partner's own domain once it is verified, and else from the platform's address in the site's name. */
const senderOf = (settings: Settings, title: string, domain: Correspondents["domain"]) =>
  domain?.status === "verified"
    ? { name: domain.fromName, email: domain.fromEmail }
    : { name: title, email: settings.EMAIL_FROM };

/** A message to a customer, in the partner's name and never in ours. */
export const customerLetter = (
  settings: Settings,
  { portal, partner, customer, domain }: Correspondents,
  origin = portalOrigin(settings, portal),
): Letter => ({
  sender: portal.title,
  from: senderOf(settings, portal.title, domain),
  brand: brandOf(portal),
  logo: imageUrl(origin, portal.logoId),
  origin,
  replyTo: partner.supportEmail,
  to: customer.email,
  ...wordsIn(speak(portal, languageOf(customer.locale))),
});

/** A message to somebody of a partner, in the platform's name. */
export const platformLetter = (settings: Settings, to: string): Letter => ({
  sender: settings.PLATFORM_NAME,
  from: { name: settings.PLATFORM_NAME, email: settings.EMAIL_FROM },
  brand: brandOf({ brandColor: null }),
  logo: null,
  origin: platformOrigin(settings),
  replyTo: settings.PLATFORM_SUPPORT_EMAIL,
  to,
  ...wordsIn(ENGLISH),
});

const wordsIn = (wording: Wording) => ({
  language: wording.language,
  texts: wording.texts.emails,
  declines: wording.texts.purchases.declines,
  count: (micros: number) => countOf(micros, wording),
  money: (minor: number, currency: string) => formatMoney(minor, currency, wording.locale),
  moment: (at: number) => formatDateTime(at, wording.locale),
});
