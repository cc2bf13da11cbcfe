import { Tabs } from "../../ui/Tabs";
import { useTexts } from "../../ui/wording";

/** What a customer has, and what was paid for it. */
export function BillingTabs({ current }: { current: "credits" | "purchases" }) {
  const { title, tabs } = useTexts().purchases;
  return (
    <Tabs
      label={title}
      tabs={[
        {
          label: tabs.credits,
          href: "/billing",
          current: current === "credits",
          // A page beside this one is called the same.
          name: `${tabs.credits}: ${title}`,
        },
        { label: tabs.purchases, href: "/billing/purchases", current: current === "purchases" },
      ]}
    />
  );
}
