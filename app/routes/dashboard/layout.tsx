import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { CreditCard, ReceiptText, Settings, Users, Zap } from "lucide-react";
import { forPartner } from "../../http/handlers.server";
import { TIER_LABEL } from "../../partners/tier";
import { DashboardLayout } from "../../ui/dashboard/DashboardLayout";

export const handle = { scripts: true };

export const loader = forPartner(async ({ partner, account, member }) => ({
  partnerName: partner.name,
  tier: TIER_LABEL[partner.tier],
  isFree: partner.tier === "free_forever",
  email: member.email,
  isTestMode: account !== null && !account.livemode,
}));

const PAGES = [
  { href: "/customers", label: "Customers", icon: Users },
  { href: "/settings", label: "Settings", icon: Settings },
  { href: "/settings/customer-credit-plans", label: "Customer Credit Plans", icon: Zap },
  { href: "/settings/stripe-connect", label: "Stripe Connect", icon: CreditCard },
  { href: "/billing-and-invoices", label: "Billing & Invoices", icon: ReceiptText },
];

export default function Dashboard() {
  const { partnerName, tier, isFree, email, isTestMode } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const current = PAGES.findLast(({ href }) => pathname === href || pathname.startsWith(`${href}/`));
  return (
    <DashboardLayout
      partnerName={partnerName}
      tier={{ label: tier, tone: isFree ? "neutral" : "success" }}
      email={email}
      navigation={PAGES.map((page) => ({ ...page, current: page === current }))}
      testMode={isTestMode && "Stripe test mode: no real money moves."}
    >
      <Outlet />
    </DashboardLayout>
  );
}
