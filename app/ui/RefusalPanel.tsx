import { CircleAlert, Lock } from "lucide-react";
import { type Action, ActionButton } from "./Action";

interface RefusalPanelProps {
  title: string;
  message: string;
  action?: Action | undefined;
  /** What is there and closed has a lock; what is not there, or did not work, has none. */
  isClosed?: boolean | undefined;
  /** Whether it is all that the page has, and so its heading. */
  isPage?: boolean | undefined;
}

/** Stands where the blocked thing would be, and offers the way to unblock it. */
export function RefusalPanel({ title, message, action, isClosed = true, isPage }: RefusalPanelProps) {
  const Heading = isPage ? "h1" : "h2";
  const Icon = isClosed ? Lock : CircleAlert;
  return (
    <section className="surface flex flex-wrap items-center gap-x-8 gap-y-4 p-5 sm:p-6">
      <div className="flex min-w-60 flex-1 gap-4">
        <span className="grid size-10 shrink-0 place-items-center rounded-full bg-warning-soft text-warning">
          <Icon aria-hidden className="size-5" />
        </span>
        <div className="grid max-w-prose gap-1">
          <Heading className="font-semibold">{title}</Heading>
          <p className="text-sm text-pretty text-muted-foreground">{message}</p>
        </div>
      </div>
      {action && <ActionButton action={action} variant="primary" />}
    </section>
  );
}
