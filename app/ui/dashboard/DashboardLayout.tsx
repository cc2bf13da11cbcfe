import { Menu } from "lucide-react";
import type { ReactNode } from "react";
import type { BadgeTone } from "../Badge";
import { Logo } from "../Logo";
import { MAIN_ID, SkipLink } from "../SkipLink";
import { AccountPanel } from "./AccountPanel";
import { Arrival } from "./Arrival";
import { type ExactTimes, useExactTimes } from "./exact-times";
import { type NavigationItem, NavigationList } from "./NavigationList";
import { NavigationProgress } from "./NavigationProgress";
import { Shortcuts } from "./Shortcuts";
import { Toasts } from "./Toasts";
import type { Workspaces } from "./WorkspaceMenu";

interface DashboardLayoutProps {
  partnerName: string;
  tier: { label: string; tone?: BadgeTone | undefined };
  email: string;
  workspaces: Workspaces;
  navigation: readonly NavigationItem[];
  /** The words of the banner; no banner without them. */
  testMode?: ReactNode;
  children: ReactNode;
}

export function DashboardLayout({ testMode, children, ...shown }: DashboardLayoutProps) {
  const sidebar = { ...shown, times: useExactTimes() };
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)] print:block">
      <SkipLink label="Skip to content" />
      <NavigationProgress />
      <Arrival />
      <Sidebar {...sidebar} />
      <TopBar {...sidebar} />
      <div className="min-w-0">
        {testMode && (
          <div className="border-b border-border bg-warning-soft px-4 py-2 text-center text-sm font-medium text-warning print:hidden">
            {testMode}
          </div>
        )}
        <main
          id={MAIN_ID}
          tabIndex={-1}
          className="mx-auto grid max-w-6xl gap-6 px-4 py-6 sm:px-8 sm:py-9 print:p-0"
        >
          <Toasts>{children}</Toasts>
        </main>
      </div>
      <Shortcuts />
    </div>
  );
}

type SidebarProps = Omit<DashboardLayoutProps, "children" | "testMode"> & { times: ExactTimes };

function Sidebar({ navigation, ...account }: SidebarProps) {
  return (
    <aside className="border-e border-border max-lg:hidden print:hidden">
      <div className="sticky top-0 flex h-dvh flex-col gap-7 overflow-y-auto p-4 pt-6">
        <a href="/" className="ms-2 self-start rounded-sm">
          <Logo />
        </a>
        <NavigationList items={navigation} />
        <div className="mt-auto">
          <AccountPanel {...account} />
        </div>
      </div>
    </aside>
  );
}

function TopBar({ navigation, ...account }: SidebarProps) {
  return (
    <header className="sticky top-0 z-10 border-b border-border bg-card lg:hidden print:hidden">
      <details>
        <summary className="flex cursor-pointer items-center justify-between px-4 py-2.5 -outline-offset-2">
          <Logo />
          <span className="flex min-h-11 items-center gap-2 text-sm font-medium">
            <Menu aria-hidden className="size-5" />
            Menu
          </span>
        </summary>
        <div className="grid max-h-[calc(100dvh-4rem)] gap-4 overflow-y-auto border-t border-border p-4">
          {/* A client-side navigation would leave the menu open over the new page. */}
          <NavigationList items={navigation} reloadDocument />
          <AccountPanel {...account} />
        </div>
      </details>
    </header>
  );
}
