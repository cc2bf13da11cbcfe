import { vi } from "vitest";
import routes from "../../app/routes";

// The real one reads the file system, which a Worker has not.
vi.mock("@remix-run/route-config", () => ({
  index: (file: string) => ({ file, index: true }),
  route: (path: string, file: string, children?: object[]) => ({ file, path, children }),
  layout: (file: string, children: object[]) => ({ file, children }),
}));

type Entry = (typeof routes)[number];

/** A route of the app as app/routes.ts lists it. */
export interface AppRoute {
  /** What Remix calls it, and what `_routes` and `_data` name it by. */
  id: string;
  /** From the root to the route itself. */
  chain: string[];
  /** Its address, with examples in the place of parameters. */
  path: string;
  site: "dashboard" | "portal" | "any";
}

/** For each parameter of an address something that nobody has, where a test knows nothing better. */
const OF_NOBODY = {
  ":planId": "plan_of_nobody",
  ":customerId": "customer_of_nobody",
  ":memberId": "member_of_nobody",
  ":purchaseId": "purchase_of_nobody",
  ":eventId": "evt_of_nobody",
  ":imageId": "image-of-nobody",
  ":emailId": "email_of_nobody",
  ":kind": "receipt",
  ":token": "a-token-of-nobody",
  "*": "no-such-page",
};

/** What a test has itself in the place of parameters. */
export type Examples = Partial<typeof OF_NOBODY>;

/** Every address of the app. A new route is in this list at once; a new parameter fails until it has an example above. */
export function appRoutes(own: Examples): AppRoute[] {
  return addressesIn(routes, [], ["root"], { ...OF_NOBODY, ...own });
}

/** The same as they are written there, each parameter in its own place. */
export function routePatterns(): AppRoute[] {
  const itself = new Proxy({}, { get: (_examples, parameter) => String(parameter) });
  return addressesIn(routes, [], ["root"], itself);
}

function addressesIn(
  entries: readonly Entry[],
  above: string[],
  chain: string[],
  examples: Record<string, string>,
): AppRoute[] {
  return entries.flatMap((entry) => {
    const id = entry.file.replace(/\.tsx?$/, "");
    const segments = [...above, ...(entry.path?.split("/") ?? [])];
    const here = [...chain, id];
    if (entry.children) return addressesIn(entry.children, segments, here, examples);
    const path = `/${segments.map((segment) => exampleOf(segment, examples)).join("/")}`;
    return [{ id, chain: here, path, site: siteOf(chain) }];
  });
}

function exampleOf(segment: string, examples: Record<string, string>): string {
  if (!segment.startsWith(":") && segment !== "*") return segment;
  const example = examples[segment];
  if (!example) throw new Error(`app/routes.ts has the parameter ${segment}: give it an example`);
  return example;
}

function siteOf(chain: string[]): AppRoute["site"] {
  if (chain.includes("routes/dashboard/layout")) return "dashboard";
  return chain.includes("routes/portal/layout") ? "portal" : "any";
}

/** The ways in which Remix lets a route be read; the last is closed here. */
export function doorsOf({ id, chain, path }: AppRoute): { door: string; path: string }[] {
  const data = path === "/" ? "/_root.data" : `${path}.data`;
  return [
    { door: "document", path },
    { door: "data", path: data },
    { door: "data of one route", path: `${data}?_routes=${id}` },
    { door: "data of its chain", path: `${data}?_routes=${chain.join(",")}` },
    { door: "_data", path: `${path}?_data=${id}` },
  ];
}
