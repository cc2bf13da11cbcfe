import { PLATFORM } from "../platform";
import type { World } from "../world";

/** The name that a buyer knows the account by. */
export function sellerOf(world: World, account: string): string {
  const found = world.objects.find(PLATFORM, "account", account);
  return (
    found?.hidden.display_name ?? found?.body.business_profile?.name ?? found?.body.email ?? "the platform"
  );
}
