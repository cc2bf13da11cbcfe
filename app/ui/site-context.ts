import { useRouteLoaderData } from "@remix-run/react";

/** What every page may know of the site it stands on. */
export type Site =
  | { kind: "platform"; title: string; locale: string }
  | { kind: "portal"; title: string; locale: string; brand: { background: string; foreground: string } };

/** The site as the root found it. Even an error page has it, unless the root itself failed. */
export function useSite(): Site {
  const root = useRouteLoaderData("root") as { site: Site } | undefined;
  return root?.site ?? { kind: "portal", title: "", locale: "en-US", brand: NEUTRAL };
}

const NEUTRAL = { background: "#3f3f46", foreground: "#ffffff" };
