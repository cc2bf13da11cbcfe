import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { forCustomer } from "../../http/handlers.server";
import { imagePath } from "../../portals/image-path";
import { PortalLayout } from "../../ui/portal/PortalLayout";
import { PreviewBanner } from "../../ui/portal/PreviewBanner";
import { useTexts } from "../../ui/wording";

export const loader = forCustomer(async ({ portal, customer, preview }) => ({
  title: portal.title,
  slogan: portal.slogan,
  logoUrl: imagePath(portal.logoId) ?? undefined,
  email: customer.email,
  previewedAs: preview && (customer.name || customer.email),
}));

interface Part {
  href: string;
  label: string;
  alsoAt?: string;
}

const isPartOf = (pathname: string, { href, alsoAt = href }: Part) =>
  [href, alsoAt].some((path) => pathname === path || pathname.startsWith(`${path}/`));

export default function Portal() {
  const page = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const { frame } = useTexts();
  const parts: Part[] = [
    { href: "/credits", label: frame.credits },
    { href: "/billing", label: frame.billing, alsoAt: "/purchases" },
    { href: "/history", label: frame.history },
    { href: "/account", label: frame.account },
  ];
  return (
    <>
      {page.previewedAs && <PreviewBanner name={page.previewedAs} />}
      <PortalLayout
        title={page.title}
        slogan={page.slogan}
        logoUrl={page.logoUrl}
        email={page.email}
        navigation={parts.map((part) => ({ ...part, current: isPartOf(pathname, part) }))}
        labels={{ skip: frame.skip, navigation: frame.navigation, signOut: frame.signOut }}
      >
        <Outlet />
      </PortalLayout>
    </>
  );
}
