import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Button } from "../Button";
import { MAIN_ID, SkipLink } from "../SkipLink";
import { LanguageSwitch } from "./LanguageSwitch";
import { PortalBrand } from "./PortalBrand";

interface PortalLink {
  label: string;
  href: string;
}

interface PortalLayoutProps {
  title: string;
  logoUrl?: string | undefined;
  navigation?: readonly (PortalLink & { current?: boolean | undefined })[] | undefined;
  /** The customer who is signed in; without one there is nothing to sign out of. */
  email?: string | undefined;
  /** Support, terms, privacy: the links that the partner has given. */
  footerLinks?: readonly PortalLink[] | undefined;
  labels: { skip: string; navigation: string; signOut: string };
  children: ReactNode;
}

const WIDTH = "mx-auto w-full max-w-5xl px-4 sm:px-8";

export function PortalLayout(props: PortalLayoutProps) {
  const { title, logoUrl, navigation = [], email, footerLinks = [], labels, children } = props;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={labels.skip} />
      <header className="border-b border-border bg-card print:hidden">
        <div className={clsx(WIDTH, "flex flex-wrap items-center gap-x-5 py-3")}>
          <a href="/" className="me-auto rounded-sm">
            <PortalBrand title={title} logoUrl={logoUrl} />
          </a>
          {email && <SignedIn email={email} signOut={labels.signOut} />}
        </div>
        {navigation.length > 0 && <PortalNavigation label={labels.navigation} items={navigation} />}
      </header>
      <main
        id={MAIN_ID}
        tabIndex={-1}
        className={clsx(WIDTH, "grid flex-1 content-start gap-8 py-8 sm:py-10")}
      >
        {children}
      </main>
      <PortalFooter links={footerLinks} />
    </div>
  );
}

function PortalFooter({ links }: { links: readonly PortalLink[] }) {
  return (
    <footer className="border-t border-border print:hidden">
      <div className={clsx(WIDTH, "flex flex-wrap items-center justify-between gap-x-10 gap-y-2 py-4")}>
        {links.length > 0 && (
          <ul className="flex min-w-0 flex-wrap gap-x-6 text-sm text-muted-foreground">
            {links.map(({ label, href }) => (
              <li key={href} className="min-w-0">
                <a
                  href={href}
                  className="block rounded-sm py-1 break-words underline-offset-4 hover:underline"
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        )}
        <LanguageSwitch />
      </div>
    </footer>
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
