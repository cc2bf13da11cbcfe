import { Tabs } from "../../../ui/Tabs";

/** What is sent, and what was. */
export function EmailTabs({ current }: { current: "kinds" | "sent" }) {
  return (
    <Tabs
      label="E-mails"
      tabs={[
        { label: "What is sent", href: "/settings/emails", current: current === "kinds" },
        { label: "Sent", href: "/settings/emails/sent", current: current === "sent" },
      ]}
    />
  );
}
