import { Clock, LogOut } from "lucide-react";
import { Badge, type BadgeTone } from "../Badge";
import { Button } from "../Button";
import type { ExactTimes } from "./exact-times";
import { WorkspaceMenu, type Workspaces } from "./WorkspaceMenu";

interface AccountPanelProps {
  partnerName: string;
  tier: { label: string; tone?: BadgeTone | undefined };
  email: string;
  workspaces: Workspaces;
  times: ExactTimes;
}

/** Who is signed in, for which partner, and the way out. */
export function AccountPanel({ partnerName, tier, email, workspaces, times }: AccountPanelProps) {
  return (
    <div className="grid gap-3 border-t border-border px-2 pt-4 text-sm">
      <div className="grid gap-1">
        <div className="flex items-center justify-between gap-2">
          <p className="min-w-0 font-medium break-words">{partnerName}</p>
          <Badge tone={tier.tone}>{tier.label}</Badge>
        </div>
        <p className="truncate text-muted-foreground" title={email}>
          {email}
        </p>
      </div>
      {workspaces.others.length > 0 && <WorkspaceMenu {...workspaces} />}
      {/* Nothing without scripts, where a tooltip has the exact time. */}
      <div className="noscript:hidden">
        <Button size="small" wide aria-pressed={times.areShown} onClick={times.toggle}>
          <Clock aria-hidden className="size-4" />
          Exact times
        </Button>
      </div>
      <form method="post" action="/sign-out">
        <Button type="submit" size="small" wide>
          <LogOut aria-hidden className="size-4" />
          Sign out
        </Button>
      </form>
    </div>
  );
}
