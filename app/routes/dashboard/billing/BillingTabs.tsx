import { ATTEMPTS_PATH, BILLING_PATH } from "../../../purchases/purchase-listing";
import { Tabs } from "../../../ui/Tabs";

/** What was bought, and what was tried. */
export function BillingTabs({ current }: { current: "purchases" | "attempts" }) {
  return (
    <Tabs
      label="Billing & Invoices"
      tabs={[
        { label: "Purchases", href: BILLING_PATH, current: current === "purchases" },
        { label: "Failed attempts", href: ATTEMPTS_PATH, current: current === "attempts" },
      ]}
    />
  );
}
