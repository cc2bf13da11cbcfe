import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Button } from "../Button";
import { MAIN_ID, SkipLink } from "../SkipLink";
import { LanguageSwitch } from "./LanguageSwitch";
import { PortalBrand } from "./PortalBrand";
import { PortalFooter } from "./PortalFooter";
import { usePortalLinks } from "./PortalLinks";

interface PortalLayoutProps {
  title: string;
  slogan?: string | undefined;
  logoUrl?: string | undefined;
  navigation?: readonly { label: string; href: string; current?: boolean | undefined }[] | undefined;
  /** The customer who is signed in; without one there is nothing to sign out of. */
  email?: string | undefined;
  labels: { skip: string; navigation: string; signOut: string };
  children: ReactNode;
}

const WIDTH = "mx-auto w-full max-w-5xl px-4 sm:px-8";

export function PortalLayout(props: PortalLayoutProps) {
  const { title, slogan, logoUrl, navigation = [], email, labels, children } = props;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={labels.skip} />
      <header className="border-b border-border bg-card print:hidden">
        <div className={clsx(WIDTH, "flex flex-wrap items-center gap-x-5 py-3")}>
          <a href="/" className="min-w-0 flex-1 rounded-sm">
            <PortalBrand title={title} slogan={slogan} logoUrl={logoUrl} />
          </a>
          {email && <SignedIn email={email} signOut={labels.signOut} />}
        </div>
        {navigation.length > 0 && <PortalNavigation label={labels.navigation} items={navigation} />}
      </header>
      <main
        id={MAIN_ID}
        tabIndex={-1}
        className={clsx(WIDTH, "grid flex-1 grid-cols-1 content-start gap-8 py-8 sm:py-10")}
      >
        {children}
      </main>
      <PortalFooter links={usePortalLinks()} className={WIDTH}>
        <LanguageSwitch />
      </PortalFooter>
    </div>
  );
}

function SignedIn({ email, signOut }: { email: string; signOut: string }) {
  return (
    <>
      <span
        className="min-w-0 truncate text-sm text-muted-foreground max-sm:order-last max-sm:w-full"
        title={email}
      >
        {email}
      </span>
      <form method="post" action="/sign-out">
        <Button type="submit" size="small">
          {signOut}
        </Button>
      </form>
    </>
  );
}

function PortalNavigation({
  label,
  items,
}: {
  label: string;
  items: NonNullable<PortalLayoutProps["navigation"]>;
}) {
  return (
    <nav aria-label={label}>
      <ul className={clsx(WIDTH, "flex flex-wrap gap-x-6")}>
        {items.map(({ label, href, current }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={current ? "page" : undefined}
              className={clsx(
                "block py-2.5 text-sm font-medium",
                current
                  ? "border-b-2 border-primary-edge"
                  : "mb-0.5 text-muted-foreground hover:text-foreground",
              )}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
