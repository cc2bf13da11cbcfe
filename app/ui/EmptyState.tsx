import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { TextLink } from "./TextLink";

interface EmptyStateProps {
  icon: LucideIcon;
  /** What is missing, in one line: "No credit plans yet". */
  line: string;
  text?: ReactNode;
  action?: ReactNode;
  learnMore?: { label: string; href: string } | undefined;
}

export function EmptyState({ icon: Icon, line, text, action, learnMore }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-3 px-6 py-12 text-center text-sm">
      <Icon aria-hidden strokeWidth={1.5} className="size-7 text-muted-foreground" />
      <div className="grid max-w-md gap-1">
        <p className="text-base font-medium">{line}</p>
        {text && <div className="text-balance text-muted-foreground">{text}</div>}
      </div>
      {action && <div className="mt-1 flex flex-wrap justify-center gap-2">{action}</div>}
      {learnMore && <TextLink href={learnMore.href}>{learnMore.label}</TextLink>}
    </div>
  );
}
