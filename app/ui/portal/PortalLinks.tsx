import { clsx } from "clsx";
import { useSite } from "../site-context";
import { useTexts } from "../wording";

export interface PortalLink {
  label: string;
  href: string;
}

/** Nothing where there are none. */
export function PortalLinks({ links, centred = false }: { links: readonly PortalLink[]; centred?: boolean }) {
  if (links.length === 0) return null;
  return (
    <ul
      className={clsx(
        "flex min-w-0 flex-wrap gap-x-6 text-sm text-muted-foreground",
        centred && "justify-center",
      )}
    >
      {links.map(({ label, href }) => (
        <li key={label} className="min-w-0">
          <a
            href={href}
            className="block rounded-sm py-1 break-words underline-offset-4 hover:underline pointer-coarse:py-3"
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Support, terms and privacy, as far as the partner has given them. */
export function usePortalLinks(): PortalLink[] {
  const site = useSite();
  const { frame } = useTexts();
  if (site.kind !== "portal") return [];
  const { supportEmail, termsUrl, privacyUrl } = site;
  return [
    ...(supportEmail ? [{ label: frame.support(supportEmail), href: `mailto:${supportEmail}` }] : []),
    ...(termsUrl ? [{ label: frame.terms, href: termsUrl }] : []),
    ...(privacyUrl ? [{ label: frame.privacy, href: privacyUrl }] : []),
  ];
}
