import type { Realm } from "../auth/realm";
import type { SignInSite } from "../auth/send-sign-in-email.server";
import { customerLetter, platformLetter } from "../email/letter";
import type { Settings } from "../env.server";
import type { Visit } from "./visit.server";

export const realmOf = (visit: Visit): Realm =>
  visit.site === "platform" ? "platform" : `portal:${visit.portal.id}`;

/**
 * A visit's site in the words of sign-in. A portal writes in the language in which it was asked, and its links lead to
 * the host on which it was.
 */
export function signInSite(settings: Settings, visit: Visit): SignInSite {
  const realm = realmOf(visit);
  if (visit.site === "platform") {
    return { realm, partnerId: null, letterTo: (email) => platformLetter(settings, email) };
  }
  const { portal, partner, origin, wording } = visit;
  return {
    realm,
    partnerId: partner.id,
    letterTo: (email, domain) => {
      const customer = { email, locale: wording.language };
      return customerLetter(settings, { portal, partner, customer, domain }, origin);
    },
  };
}
