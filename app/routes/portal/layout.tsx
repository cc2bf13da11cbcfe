import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { forCustomer } from "../../http/handlers.server";
import { PortalLayout } from "../../ui/portal/PortalLayout";
import { PreviewBanner } from "../../ui/portal/PreviewBanner";
import { useTexts } from "../../ui/wording";

export const loader = forCustomer(async ({ portal, partner, customer, preview }) => ({
  title: portal.title,
  email: customer.email,
  previewedAs: preview && (customer.name || customer.email),
  supportEmail: partner.supportEmail,
}));

const isPartOf = (pathname: string, href: string) => pathname === href || pathname.startsWith(`${href}/`);

export default function Portal() {
  const { title, email, previewedAs, supportEmail } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const { frame } = useTexts();
  const pages = [
    { href: "/credits", label: frame.credits },
    { href: "/billing", label: frame.billing },
    { href: "/history", label: frame.history },
  ];
  return (
    <>
      {previewedAs && <PreviewBanner name={previewedAs} />}
      <PortalLayout
        title={title}
        email={email}
        navigation={pages.map((page) => ({ ...page, current: isPartOf(pathname, page.href) }))}
        footerLinks={
          supportEmail ? [{ label: frame.support(supportEmail), href: `mailto:${supportEmail}` }] : []
        }
        labels={{ skip: frame.skip, navigation: frame.navigation, signOut: frame.signOut }}
      >
        <Outlet />
      </PortalLayout>
    </>
  );
}
