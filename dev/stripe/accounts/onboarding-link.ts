import { newId } from "../ids";
import type { Scope } from "../scope";
import type { OnboardingLink } from "../storage/object-types";

/** Stripe's links die young: whoever is late is sent to `refresh_url` for a new one. */
const LIVES_FOR_S = 300;

export function openOnboardingLink(
  platform: Scope,
  account: string,
  refresh_url: string,
  return_url: string,
): { link: OnboardingLink; url: string } {
  const link: OnboardingLink = {
    id: newId("link_", 16),
    account,
    refresh_url,
    return_url,
    expires_at: platform.now_s + LIVES_FOR_S,
    used: false,
  };
  platform.insert("onboarding_link", link, null);
  return { link, url: `${platform.world.origin}/setup/c/${account}/${link.id}` };
}
