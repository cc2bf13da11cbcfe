import type { Source } from "./source";

/** Who may import what. `fix` is the sentence that a person reads when it fails. */
export interface Direction {
  rule: string;
  fix: string;
  /** Which files the rule is about. */
  binds: (path: string) => boolean;
  forbids: (target: string) => boolean;
  /** Types are gone at run time, so `import type` is no way for code to leak. */
  allowsTypes?: boolean;
}

const within =
  (...places: string[]) =>
  (path: string) =>
    places.some((place) => path === place || (place.endsWith("/") && path.startsWith(place)));

const outside =
  (...places: string[]) =>
  (path: string) =>
    !within(...places)(path);

const isServerOnly = (path: string) => /\.server(\.tsx?)?$/.test(path) && /^(app|db)\//.test(path);
const isPackage = (name: string) => (target: string) => target === name || target.startsWith(`${name}/`);

const SHELL = [
  "app/worker.ts",
  "app/serve.server.ts",
  "app/entry.server.tsx",
  "app/entry.client.tsx",
  "app/root.tsx",
];
const isNoun = (path: string) =>
  path.startsWith("app/") && outside("app/routes/", "app/routes.ts", "app/http/", "app/ui/", ...SHELL)(path);

export const DIRECTIONS: Direction[] = [
  {
    rule: "a noun never imports routes or http",
    fix: "Pass what it needs as an argument: a noun does not know that there is a request.",
    binds: isNoun,
    forbids: within("app/routes/", "app/http/"),
  },
  {
    rule: "db imports nothing of app",
    fix: "Move the rule to its noun and hand the query plain values.",
    binds: within("db/"),
    forbids: within("app/"),
  },
  {
    rule: "http never imports routes",
    fix: "Move what both need into app/http or the noun it is about.",
    binds: within("app/http/"),
    forbids: within("app/routes/"),
  },
  {
    rule: "ui never imports routes, http, db or server files",
    fix: "Give the component its values as props; the route's loader has them.",
    binds: within("app/ui/"),
    forbids: (target) => within("app/routes/", "app/http/", "db/")(target) || isServerOnly(target),
  },
  {
    rule: "drizzle-orm is imported only in db",
    fix: "Write the query as a function in db/<noun>.server.ts and call that.",
    binds: outside("db/"),
    forbids: isPackage("drizzle-orm"),
  },
  {
    rule: "stripe is imported only in app/stripe, dev/stripe and test",
    fix: "Add the call to the gateway in app/stripe, in our own words.",
    binds: outside("app/stripe/", "dev/stripe/", "test/"),
    forbids: isPackage("stripe"),
  },
  {
    rule: "cloudflare:workers is imported only in app/wallet, app/worker.ts and the Workers of dev",
    fix: "A second kind of Durable Object gets a folder of its own; name it here.",
    binds: (path) => outside("app/wallet/", "app/worker.ts")(path) && !/^dev\/[^/]+\//.test(path),
    forbids: isPackage("cloudflare:workers"),
  },
  {
    rule: "app never imports dev or test",
    fix: "What the product needs belongs in app; stand-ins stay outside of it.",
    binds: within("app/", "db/"),
    forbids: within("dev/", "test/"),
  },
  {
    rule: "a file without .server never loads one with it",
    fix: "Use `import type`, or give the file the suffix .server if it touches the world.",
    binds: (path) =>
      /^(app|db)\//.test(path) && !isServerOnly(path) && outside("app/routes/", ...SHELL)(path),
    forbids: isServerOnly,
    allowsTypes: true,
  },
];

/** Where a file breaks a rule, as `path:line imports target`. */
export function breaches(
  { binds, forbids, allowsTypes = false }: Direction,
  files: readonly Source[],
): string[] {
  return files
    .filter(({ path }) => binds(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ target, isTypeOnly }) => forbids(target) && !(allowsTypes && isTypeOnly))
        .map(({ target, line }) => `${path}:${line} imports ${target}`),
    );
}

/** Circles of files that import each other, types too, each as the way round. A file that leads into one is in none. */
export function circles(files: readonly Source[]): string[] {
  const targets = new Map(files.map(({ path, imports }) => [path, imports.map(({ target }) => target)]));
  const found = new Map<string, string>();
  const known = new Set<string>();
  const follow = (path: string, way: string[]): void => {
    if (way.includes(path)) {
      const round = way.slice(way.indexOf(path));
      found.set([...round].sort().join(), [...round, path].join(" → "));
      return;
    }
    if (known.has(path)) return;
    known.add(path);
    for (const target of targets.get(path) ?? []) follow(target, [...way, path]);
  };
  for (const path of targets.keys()) follow(path, []);
  return [...found.values()];
}
