import type { ReactNode } from "react";
import { LanguageSwitch } from "./portal/LanguageSwitch";
import { PortalLinks, usePortalLinks } from "./portal/PortalLinks";
import { useSite } from "./site-context";

interface SignInCardProps {
  title: string;
  text?: ReactNode;
  children?: ReactNode;
  /** The platform's Logo, or the partner's PortalBrand. */
  brand?: ReactNode;
  footer?: ReactNode;
}

/** A page of its own, on both sites: it brings the main landmark and the heading. */
export function SignInCard({ title, text, children, brand, footer }: SignInCardProps) {
  const links = usePortalLinks();
  const speaksMany = useSite().kind === "portal";
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-6 px-4 py-10">
      {brand && <div className="justify-self-center">{brand}</div>}
      <div className="surface grid gap-6 p-6 sm:p-8">
        <div className="grid gap-1.5">
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          {text && <div className="text-sm text-muted-foreground">{text}</div>}
        </div>
        {children}
      </div>
      {footer && <div className="text-center text-sm text-muted-foreground">{footer}</div>}
      {speaksMany && (
        <div className="grid justify-items-center gap-1 justify-self-center">
          <PortalLinks links={links} centred />
          <LanguageSwitch />
        </div>
      )}
    </main>
  );
}
