import { Tabs } from "../../../ui/Tabs";

interface CustomerTabsProps {
  customerId: string;
  current: "credits" | "features" | "billing";
}

/** The pages about one customer. */
export function CustomerTabs({ customerId, current }: CustomerTabsProps) {
  return (
    <Tabs
      label="Customer"
      tabs={[
        { label: "Credits", href: `/customers/${customerId}`, current: current === "credits" },
        {
          label: "Features & Add-ons",
          href: `/customers/${customerId}/features`,
          current: current === "features",
        },
        { label: "Billing", href: `/customers/${customerId}/billing`, current: current === "billing" },
      ]}
    />
  );
}
