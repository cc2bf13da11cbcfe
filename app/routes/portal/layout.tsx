import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { forCustomer } from "../../http/handlers.server";
import { imagePath } from "../../portals/image-path";
import { PortalLayout } from "../../ui/portal/PortalLayout";
import { PreviewBanner } from "../../ui/portal/PreviewBanner";
import { useTexts } from "../../ui/wording";

export const loader = forCustomer(async ({ portal, partner, customer, preview }) => ({
  title: portal.title,
  slogan: portal.slogan,
  logoUrl: imagePath(portal.logoId) ?? undefined,
  termsUrl: portal.termsUrl,
  privacyUrl: portal.privacyUrl,
  email: customer.email,
  previewedAs: preview && (customer.name || customer.email),
  supportEmail: partner.supportEmail,
}));

const isPartOf = (pathname: string, href: string) => pathname === href || pathname.startsWith(`${href}/`);

export default function Portal() {
  const { supportEmail, termsUrl, privacyUrl, ...page } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const { frame } = useTexts();
  const pages = [
    { href: "/credits", label: frame.credits },
    { href: "/billing", label: frame.billing },
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
        navigation={pages.map((link) => ({ ...link, current: isPartOf(pathname, link.href) }))}
        footerLinks={[
          ...(supportEmail ? [{ label: frame.support(supportEmail), href: `mailto:${supportEmail}` }] : []),
          ...(termsUrl ? [{ label: frame.terms, href: termsUrl }] : []),
          ...(privacyUrl ? [{ label: frame.privacy, href: privacyUrl }] : []),
        ]}
        labels={{ skip: frame.skip, navigation: frame.navigation, signOut: frame.signOut }}
      >
        <Outlet />
      </PortalLayout>
    </>
  );
}
