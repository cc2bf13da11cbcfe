import { clsx } from "clsx";

interface TabsProps {
  /** What the tabs are about, for those who do not see them. */
  label: string;
  tabs: readonly {
    label: string;
    href: string;
    current: boolean;
    /** How a screen reader calls it, where another link of the page has the same label. */
    name?: string | undefined;
  }[];
}

/** Pages that stand side by side, as links. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav
      aria-label={label}
      className="flex flex-wrap gap-x-5 border-b border-border text-sm font-medium print:hidden"
    >
      {tabs.map(({ label, href, current, name }) => (
        <a
          key={href}
          href={href}
          aria-current={current ? "page" : undefined}
          aria-label={name}
          className={clsx(
            "-mb-px border-b-2 px-0.5 py-2.5 pointer-coarse:py-3",
            current
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
