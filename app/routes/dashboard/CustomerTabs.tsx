import { clsx } from "clsx";

interface CustomerTabsProps {
  customerId: string;
  current: "credits" | "billing";
}

/** The pages about one customer. */
export function CustomerTabs({ customerId, current }: CustomerTabsProps) {
  const tabs = [
    { key: "credits", label: "Credits", href: `/customers/${customerId}` },
    { key: "billing", label: "Billing", href: `/customers/${customerId}/billing` },
  ];
  return (
    <nav aria-label="Customer" className="flex gap-5 border-b border-border text-sm font-medium">
      {tabs.map(({ key, label, href }) => (
        <a
          key={key}
          href={href}
          aria-current={key === current ? "page" : undefined}
          className={clsx(
            "-mb-px border-b-2 px-0.5 py-2.5",
            key === current
              ? "border-primary-edge text-foreground"
              : "border-transparent text-muted-foreground hover:text-foreground",
          )}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
