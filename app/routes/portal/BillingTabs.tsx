import { Tabs } from "../../ui/Tabs";

/** What a customer has, and what was paid for it. */
export function BillingTabs({ current }: { current: "credits" | "purchases" }) {
  return (
    <Tabs
      label="Billing"
      tabs={[
        { label: "Credits", href: "/billing", current: current === "credits" },
        { label: "Purchases", href: "/billing/purchases", current: current === "purchases" },
      ]}
    />
  );
}
