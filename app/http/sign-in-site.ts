import type { Realm } from "../auth/realm";
import type { SignInSite } from "../auth/send-sign-in-email.server";
import type { Settings } from "../env.server";
import { brandOf } from "../portals/brand";
import { imageUrl } from "../portals/image-path";
import { platformOrigin } from "../portals/site";
import type { Visit } from "./visit.server";

export const realmOf = (visit: Visit): Realm =>
  visit.site === "platform" ? "platform" : `portal:${visit.portal.id}`;

/** A visit's site in the words of sign-in: its realm, its address and whose name is on it. */
export function signInSite(settings: Settings, visit: Visit): SignInSite {
  const realm = realmOf(visit);
  if (visit.site === "platform") {
    return {
      realm,
      partnerId: null,
      origin: platformOrigin(settings),
      title: settings.PLATFORM_NAME,
      brand: brandOf({ brandColor: null }),
      logo: null,
      replyTo: settings.PLATFORM_SUPPORT_EMAIL,
    };
  }
  return {
    realm,
    partnerId: visit.partner.id,
    origin: visit.origin,
    title: visit.portal.title,
    brand: brandOf(visit.portal),
    logo: imageUrl(visit.origin, visit.portal.logoId),
    replyTo: visit.partner.supportEmail,
  };
}
