import { Logo } from "./Logo";
import { PortalBrand } from "./portal/PortalBrand";
import { useSite } from "./site-context";

/** Whose site this is: ours on the platform, and on a portal the partner's and never ours. */
export function SiteBrand() {
  const site = useSite();
  return site.kind === "platform" ? (
    <Logo />
  ) : (
    <PortalBrand title={site.title} logoUrl={site.logoUrl ?? undefined} />
  );
}
