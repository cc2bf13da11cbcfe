const SELF = "https://self.invalid";

/** A path of this site that may be redirected to, or "/" for anything that leads elsewhere. */
export function safePath(text: string | null): string {
  if (!text?.startsWith("/") || /[\\\p{Cc}]/u.test(text) || text.startsWith("//")) return "/";
  const url = new URL(text, SELF);
  // Looked at again once its dots are resolved: "/.//evil.test" becomes "//evil.test", which is another site.
  return url.origin === SELF && !url.pathname.startsWith("//") ? url.pathname + url.search : "/";
}
