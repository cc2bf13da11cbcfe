interface PortalBrandProps {
  title: string;
  logoUrl?: string | undefined;
}

/** The partner's logo, or its title where there is none. The title is the logo's text either way. */
export function PortalBrand({ title, logoUrl }: PortalBrandProps) {
  if (!logoUrl) return <span className="text-lg font-semibold tracking-tight break-words">{title}</span>;
  return <img src={logoUrl} alt={title} className="h-8 w-auto max-w-48 object-contain" />;
}
