import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { forCustomer } from "../../http/handlers.server";
import { PortalLayout } from "../../ui/portal/PortalLayout";

export const loader = forCustomer(async ({ portal, partner, customer }) => ({
  title: portal.title,
  email: customer.email,
  supportEmail: partner.supportEmail,
}));

const PAGES = [
  { href: "/credits", label: "Credits" },
  { href: "/billing", label: "Billing" },
  { href: "/history", label: "History" },
];

const isPartOf = (pathname: string, href: string) => pathname === href || pathname.startsWith(`${href}/`);

export default function Portal() {
  const { title, email, supportEmail } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <PortalLayout
      title={title}
      email={email}
      navigation={PAGES.map((page) => ({ ...page, current: isPartOf(pathname, page.href) }))}
      footerLinks={
        supportEmail ? [{ label: `Support: ${supportEmail}`, href: `mailto:${supportEmail}` }] : []
      }
      labels={{ skip: "Skip to content", navigation: "Portal", signOut: "Sign out" }}
    >
      <Outlet />
    </PortalLayout>
  );
}
