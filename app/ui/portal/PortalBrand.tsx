interface PortalBrandProps {
  title: string;
  slogan?: string | undefined;
  logoUrl?: string | undefined;
}

/** The partner's logo, or its title where there is none. The title is the logo's text either way. */
export function PortalBrand({ title, slogan, logoUrl }: PortalBrandProps) {
  return (
    <span className="grid gap-0.5">
      {logoUrl ? (
        <img src={logoUrl} alt={title} className="h-8 w-auto max-w-48 object-contain object-left" />
      ) : (
        <span className="text-lg font-semibold tracking-tight break-words">{title}</span>
      )}
      {slogan && <span className="text-sm break-words text-muted-foreground">{slogan}</span>}
    </span>
  );
}
